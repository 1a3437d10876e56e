// SPDX-License-Identifier: Apache-2.0
#include "media/package_tree.hpp"

#include <algorithm>
#include <utility>

#include "media/media_failure.hpp"
#include "media/package_rules.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"

namespace bes::media {
namespace {

namespace fs = std::filesystem;

constexpr auto specialBits = fs::perms::set_uid | fs::perms::set_gid | fs::perms::sticky_bit;

tl::unexpected<Failure> notPackaged(const fs::path& path, std::string why, std::string remedy) {
    return fail(ExitCode::media, "media.create", "Can't put " + utf8(path) + " into a package",
                std::move(why), std::move(remedy));
}

Result<PackagedFile> look(const fs::path& path, const fs::path& folder, Modes modes) {
    PackagedFile file;
    file.path = utf8(path.lexically_relative(folder));
    const fs::file_status status = fs::symlink_status(path);
    file.mode =
        modes == Modes::alike ? allowedMode : static_cast<unsigned>(status.permissions()) & allowedMode;
    switch (status.type()) {
    case fs::file_type::regular:
        if (modes == Modes::ofFiles && (status.permissions() & specialBits) != fs::perms::none)
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
        file.leadsTo = utf8(fs::read_symlink(path));
        return file;
    default:
        return notPackaged(path, "it is not a regular file, folder or symbolic link",
                           "Remove it from the tree.");
    }
}

/// Folder by folder: an iterator that goes through all of them does not say which one it can't read.
Result<void> addFolder(const fs::path& opened, const fs::path& folder, Modes modes,
                       std::vector<PackagedFile>& files) {
    for (const fs::directory_entry& entry : fs::directory_iterator(opened)) {
        TRY_ASSIGN(auto file, look(entry.path(), folder, modes));
        files.push_back(std::move(file));
        if (files.back().type == FileType::folder)
            TRY(addFolder(entry.path(), folder, modes, files));
    }
    return {};
}

} // namespace

Result<std::vector<PackagedFile>> listTree(const fs::path& folder, Modes modes) {
    std::vector<PackagedFile> files;
    try {
        TRY(addFolder(folder, folder, modes, files));
    } catch (const fs::filesystem_error& error) {
        return fail(cannotCreate("Can't read " + utf8(error.path1()), error.code().value(),
                                 "Make it readable, or remove it from the tree."));
    }
    std::ranges::sort(files, {}, &PackagedFile::path);
    return files;
}

Result<void> expectPackageable(const fs::path& folder, const std::vector<PackagedFile>& files) {
    constexpr std::size_t mostNamed = 20;
    const auto problems = findProblems(files, mostNamed);
    if (problems.empty())
        return {};
    std::string why = "it " + problems.front().why;
    for (std::size_t i = 1; i < problems.size(); ++i)
        why += "\n\"" + problems[i].file + "\" " + problems[i].why;
    return notPackaged(folder / pathOf(problems.front().file), std::move(why),
                       problems.size() == 1 ? "Change it, or remove it from the tree."
                                            : "Change them, or remove them from the tree.");
}

} // namespace bes::media
