// SPDX-License-Identifier: Apache-2.0
#include "media/package_rules.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "media/link_target.hpp"
#include "text/file_names.hpp"
#include "text/visible.hpp"

namespace bes::media {
namespace {

constexpr std::uint64_t largestFile = 1ull << 42U; // 4 TiB: sums of sizes can't overflow
constexpr unsigned folderMode = 0700;              // what the owner needs to have files put into it

std::optional<std::string> problemOfContent(const PackagedFile& file) {
    if (file.type != FileType::symbolicLink && (file.mode & ~allowedMode) != 0)
        return "has a mode that allows other accounts to write, or that changes the account that runs it";
    switch (file.type) {
    case FileType::regular:
        if (file.size > largestFile)
            return "is larger than any file may be";
        if (!isSha256(file.sha256))
            return "has an invalid SHA-256";
        return std::nullopt;
    case FileType::folder:
        if ((file.mode & folderMode) != folderMode)
            return "is a folder that its owner can't use";
        break;
    case FileType::symbolicLink:
        if (file.mode != linkMode)
            return "is a link with a mode other than 0777";
        break;
    }
    if (file.size != 0 || !file.sha256.empty())
        return "is not a regular file, but has a size or digest";
    return std::nullopt;
}

} // namespace

bool isSha256(std::string_view text) {
    const auto digit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    return text.size() == 64 && std::ranges::all_of(text, digit);
}

std::optional<FileProblem> findProblem(const std::vector<PackagedFile>& files) {
    FilesByFoldedPath known;
    const PackagedFile* previous = nullptr;
    for (const PackagedFile& file : files) {
        if (auto problem = problemOfPath(file.path))
            return FileProblem{shownText(file.path), *problem};
        if (auto problem = problemOfContent(file))
            return FileProblem{file.path, *problem};
        if (previous && previous->path >= file.path)
            return FileProblem{file.path,
                               previous->path == file.path ? "is listed twice" : "is not in order"};
        if (const auto [twin, isNew] = known.emplace(foldCase(file.path), &file); !isNew)
            return FileProblem{file.path,
                               "is the same as " + twin->second->path + " where case does not count"};
        previous = &file;
        if (const std::string_view parent = parentOf(file.path); !parent.empty()) {
            const auto folder = known.find(foldCase(parent)); // sorted: a folder comes before what is in it
            if (folder == known.end() || folder->second->path != parent ||
                folder->second->type != FileType::folder)
                return FileProblem{file.path, "is not in a folder of the package"};
        }
    }
    for (const PackagedFile& file : files)
        if (file.type == FileType::symbolicLink)
            if (auto problem = problemOfLink(file, known))
                return FileProblem{file.path, *problem};
    return std::nullopt;
}

} // namespace bes::media
