// SPDX-License-Identifier: Apache-2.0
#include "session.hpp"

#include <type_traits>
#include <utility>

#include "host/shared_library.hpp"
#include "status_reason.hpp"
#include "text/path_text.hpp"

namespace bes::probe {

using namespace domino;

namespace {

/// Loads the library of the Notes C API. Functions that it lacks are null; one that nothing works without
/// makes it unusable. The reason is of the class library.
tl::expected<notes::Functions, Reason> bindNotesApi(const std::filesystem::path& library) {
    const auto loaded = host::SharedLibrary::load(library);
    if (!loaded)
        return tl::unexpected(Reason{.kind = ReasonClass::library,
                                     .source = utf8(library.filename()),
                                     .text = loaded.error().what + ": " + loaded.error().why});
    notes::Functions functions;
    std::string missing;
    notes::forEachFunction(functions, [&](const char* name, notes::Need need, auto& function) {
        function = loaded->function<std::remove_pointer_t<std::remove_reference_t<decltype(function)>>>(name);
        if (function == nullptr && need == notes::Need::required)
            missing += std::string(missing.empty() ? "" : ", ") + name;
    });
    if (!missing.empty())
        return tl::unexpected(Reason{.kind = ReasonClass::library,
                                     .source = utf8(library.filename()),
                                     .text = utf8(library) + " lacks " + missing});
    return functions;
}

} // namespace

Session::Session(const notes::Functions& api, std::string programFolder, std::string iniArgument)
    : api_(api), programFolder_(std::move(programFolder)), iniArgument_(std::move(iniArgument)),
      arguments_{programFolder_.data(), iniArgument_.data(), nullptr} {
}

Session::~Session() {
    if (initialised_)
        api_.NotesTerm();
}

tl::expected<std::unique_ptr<Session>, Reason> Session::open(const std::filesystem::path& library,
                                                             const std::filesystem::path& programFolder,
                                                             const std::filesystem::path& notesIni) {
    const auto api = bindNotesApi(library);
    if (!api)
        return tl::unexpected(api.error());
    std::unique_ptr<Session> session(new Session(*api, utf8(programFolder), "=" + utf8(notesIni)));
    const notes::Status status = session->api_.NotesInitExtended(2, session->arguments_);
    if (notes::codeOf(status) == notes::Code::none) {
        session->initialised_ = true;
        return session;
    }
    Reason reason = reasonInOwnWords(status, "NotesInitExtended");
    // How the runtime refuses a wrong account differs by release; no access to folders was seen
    // (domino.md §1.3).
    reason.kind =
        notes::codeOf(status) == notes::Code::isProtected ? ReasonClass::account : ReasonClass::library;
    return tl::unexpected(std::move(reason));
}

} // namespace bes::probe
