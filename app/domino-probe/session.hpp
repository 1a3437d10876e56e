// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include <tl/expected.hpp>

#include "domino/notes_api.hpp"
#include "model/domino/replies.hpp"

namespace bes::probe {

/// The initialised Notes runtime. There is one per process; everything is asked on the thread that opened it,
/// and its end is the last that happens to the runtime.
class Session {
public:
    [[nodiscard]] static tl::expected<std::unique_ptr<Session>, domino::Reason>
    open(const std::filesystem::path& library, const std::filesystem::path& programFolder,
         const std::filesystem::path& notesIni);

    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
    ~Session();

    [[nodiscard]] const domino::notes::Functions& api() const { return api_; }

private:
    Session(const domino::notes::Functions& api, std::string programFolder, std::string iniArgument);

    domino::notes::Functions api_;
    // The runtime keeps pointers to its arguments.
    std::string programFolder_;
    std::string iniArgument_;
    char* arguments_[3];
    bool initialised_ = false;
};

} // namespace bes::probe
