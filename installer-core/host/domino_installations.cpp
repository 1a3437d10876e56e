// SPDX-License-Identifier: Apache-2.0
#include "host/domino_installations.hpp"

#include "host/file_of_others.hpp"
#include "host/rooted_path.hpp"

namespace bes::host {

RootedPath rootedPathOf(const Root& root, const std::filesystem::path& named) {
    const std::filesystem::path inside = named.lexically_relative(root.folder());
    return root.isRunningSystem() || inside.empty() || *inside.begin() == ".." ? RootedPath{Root(), named}
                                                                               : RootedPath{root, inside};
}

Result<std::string> readNotesIni(const Root& root, const DominoInstallation& installation,
                                 std::uint64_t limit) {
    const RootedPath rooted = rootedPathOf(root, installation.notesIni);
    return FileOfOthers::open(rooted.root, rooted.inside, limit).map([](const FileOfOthers& file) {
        return file.content();
    });
}

} // namespace bes::host
