// SPDX-License-Identifier: Apache-2.0
#include "host/windows/pinned_way.hpp"

#include "host/windows/wide_text.hpp"
#include "text/path_text.hpp"

namespace bes::host {

tl::unexpected<Failure> unsafeFile(const std::filesystem::path& path, std::string why, std::string remedy) {
    return fail(ExitCode::failed, "file.unsafe", "Can't use " + utf8(path), std::move(why),
                std::move(remedy));
}

Result<PinnedWay> PinnedWay::toFolderOf(const Root& root, const std::filesystem::path& inside) {
    PinnedWay way;
    way.path_ = withoutPrefix(native(root(inside)));
    std::filesystem::path here = way.path_.root_path();
    // the root's own folder is the administrator's choice; below it every name is looked at
    const std::filesystem::path trusted =
        root.isRunningSystem() ? here : withoutPrefix(native(root.folder()));
    for (const std::filesystem::path& name : way.folder().relative_path()) {
        here /= name;
        Handle folder = openEntry(here, FILE_READ_ATTRIBUTES, Sharing::pinned);
        if (!folder.open() && isInUse(lastError())) // somebody has it open for removal: then it may go
            folder = openEntry(here, FILE_READ_ATTRIBUTES);
        if (!folder.open()) {
            const SystemError error = lastError();
            way.absent_ = true;
            if (isAbsence(error) || error == ERROR_DIRECTORY)
                return way;
            return fail(fileFailure(error, Access::reading, "Can't look at " + utf8(here), here));
        }
        const auto entry = informationOf(folder.get());
        const bool below = here.native().size() > trusted.native().size();
        if (entry && entry->link && (below || root.isRunningSystem()))
            return unsafeFile(way.path_, utf8(here) + " is a link to another place",
                              "Use the path that it leads to, or remove the link, then run setup again");
        if (!entry || !entry->folder()) {
            way.absent_ = true;
            return way;
        }
        way.folders_.push_back(std::move(folder));
    }
    return way;
}

} // namespace bes::host
