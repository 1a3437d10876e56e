// SPDX-License-Identifier: Apache-2.0
#include "report/archive.hpp"

#include "host/files.hpp"
#include "journal/run_id.hpp"
#include "media/text_archive.hpp"
#include "model/try.hpp"
#include "text/letters.hpp"
#include "text/path_text.hpp"
#include "text/utc.hpp"

namespace bes::report {
namespace {

namespace fs = std::filesystem;
constexpr unsigned ownersAlone = 0600;

tl::unexpected<Failure> existing(const fs::path& file) {
    return fail(ExitCode::usage, "report.exists", utf8(file) + " exists already",
                "A report never overwrites a file",
                {"Choose another name, or remove the file.", {{"output"}}});
}

} // namespace

Result<std::string> packed(const std::vector<File>& files, const std::string& folder, std::time_t time) {
    std::vector<media::PackedText> texts;
    texts.reserve(files.size());
    for (const File& file : files)
        texts.push_back({folder + "/" + file.name, file.content});
    return media::packTexts(texts, time);
}

std::string reportName(const std::string& computer, std::time_t time) {
    std::string name = "bes-standby-report";
    std::string part = computer.substr(0, computer.find('.'));
    std::erase_if(part, [](char c) { return !isLetterOrDigit(c) && c != '-' && c != '_'; });
    if (!part.empty())
        name += "-" + part;
    std::string utc = utcText(time);
    std::erase_if(utc, [](char c) { return c == '-' || c == ':'; });
    return name + "-" + utc;
}

Result<void> expectWritable(const fs::path& file) {
    TRY_ASSIGN(const auto there, host::status(file));
    if (there)
        return existing(file);
    return host::checkWritable(file);
}

Result<void> writeArchive(const fs::path& file, std::string_view bytes) {
    const fs::path part =
        file.parent_path() / pathOf("." + utf8(file.filename()) + "." + journal::newRunId());
    auto written =
        host::writeDurably(part, bytes, ownersAlone).and_then([&] { return host::renameIfFree(part, file); });
    if (written && *written)
        return host::syncFolder(file.parent_path());
    [[maybe_unused]] const auto removed = host::removeFile(part); // the first failure is the one to tell
    if (written)
        return existing(file);
    written.error().what = "Can't write the report " + utf8(file);
    return fail(std::move(written.error()));
}

} // namespace bes::report
