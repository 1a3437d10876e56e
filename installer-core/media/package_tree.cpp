// SPDX-License-Identifier: Apache-2.0
#include "media/package_tree.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

#include "media/media_failure.hpp"
#include "media/package_rules.hpp"
#include "model/try.hpp"

namespace bes::media {
namespace {

namespace fs = std::filesystem;

constexpr auto specialBits = fs::perms::set_uid | fs::perms::set_gid | fs::perms::sticky_bit;

tl::unexpected<Failure> notPackaged(const fs::path& path, std::string why, std::string remedy) {
    return fail(ExitCode::media, "media.create", "Can't put " + path.string() + " into a package",
                std::move(why), std::move(remedy));
}

Result<PackagedFile> look(const fs::path& path, const fs::path& folder) {
    PackagedFile file;
    file.path = path.lexically_relative(folder).generic_string();
    const fs::file_status status = fs::symlink_status(path);
    file.mode = static_cast<unsigned>(status.permissions()) & allowedMode;
    switch (status.type()) {
    case fs::file_type::regular:
        if ((status.permissions() & specialBits) != fs::perms::none)
            return notPackaged(path, "it has a set-user-ID, set-group-ID or sticky bit",
                               "Remove the bit with chmod.");
        file.size = fs::file_size(path);
        file.sha256 = std::string(64, '0'); // until its content is read
        return file;
    case fs::file_type::directory:
        file.type = FileType::folder;
        file.mode |= 0700U;
        return file;
    case fs::file_type::symlink:
        file.type = FileType::symbolicLink;
        file.mode = linkMode;
        file.target = fs::read_symlink(path).generic_string();
        return file;
    default:
        return notPackaged(path, "it is not a regular file, folder or symbolic link",
                           "Remove it from the tree.");
    }
}

} // namespace

Result<std::vector<PackagedFile>> listTree(const fs::path& folder) {
    std::vector<PackagedFile> files;
    try {
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
            TRY_ASSIGN(auto file, look(entry.path(), folder));
            files.push_back(std::move(file));
        }
    } catch (const fs::filesystem_error& error) {
        return fail(cannotCreate("Can't read " + error.path1().string(), error.code().value(),
                                 "Make it readable, or remove it from the tree."));
    }
    std::ranges::sort(files, {}, &PackagedFile::path);
    if (const auto problem = findProblem(files))
        return notPackaged(folder / problem->file, "it " + problem->why,
                           "Change it, or remove it from the tree.");
    return files;
}

} // namespace bes::media
