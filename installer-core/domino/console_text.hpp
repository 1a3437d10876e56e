// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "model/domino/replies.hpp"

namespace bes::domino {

/// What a text says that a person took from the console of one server: its answers to "show cluster" and
/// "show tasks", in any order, with anything else around them. Of several answers to one command the last
/// counts. All are labelled Witness::pasted.
struct ConsoleReplies {
    Reply<LiveCluster> liveCluster;
    Reply<ServerTasks> serverTasks;
};

struct ConsoleSource {
    std::string server; ///< who is said to have written the text; any form of the name
    std::string mate;   ///< the other server of the pair; helps to read names that are no UTF-8
    std::string name;   ///< of the text, for reasons: "The console output in /root/mail01.txt"
};

/// A text in which another server names itself than `source.server` gives unknown, otherServer.
[[nodiscard]] ConsoleReplies readConsoleText(std::string_view text, const ConsoleSource& source);

/// At most 1 MiB of text. A file that can't be used gives unknown with the reason.
[[nodiscard]] ConsoleReplies readConsoleFile(const std::filesystem::path& file, const std::string& server,
                                             const std::string& mate);

} // namespace bes::domino
