// SPDX-License-Identifier: Apache-2.0
#include "media/package_rules.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "text/file_names.hpp"
#include "text/visible.hpp"

namespace bes::media {
namespace {

/// Keys by foldCase(): a link that only leads out where case does not count is refused everywhere.
using FilesByFoldedPath = std::unordered_map<std::string, const PackagedFile*>;

constexpr int mostLinksFollowed = 40; // as Linux has it

/// The names of a path with the first one last, so that it can be taken off.
std::vector<std::string_view> reversedNames(std::string_view path) {
    std::vector<std::string_view> names;
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        names.push_back(path.substr(begin, end - begin));
        begin = end + 1;
    }
    std::ranges::reverse(names);
    return names;
}

/// Why a symbolic link can't be part of the package: it leads out of it, by itself or through other links of
/// the package, or in a circle. A link to something inside that is not packaged (a log, say) is good.
std::optional<std::string> problemOfLink(const PackagedFile& link, const FilesByFoldedPath& files) {
    if (auto problem = problemOfTarget(link.leadsTo))
        return problem;
    std::string position(parentOf(link.path)); // no link is in it: parents are folders
    std::vector<std::string_view> ahead = reversedNames(link.leadsTo);
    for (int followed = 0; !ahead.empty();) {
        const std::string_view name = ahead.back();
        ahead.pop_back();
        if (name.empty() || name == ".")
            continue;
        if (name == "..") {
            if (position.empty())
                return "is a link that leads out of the package, to " + link.leadsTo;
            position.resize(parentOf(position).size());
            continue;
        }
        const std::string next = position.empty() ? std::string(name) : position + '/' + std::string(name);
        const auto found = files.find(foldCase(next));
        if (found == files.end() || found->second->type != FileType::symbolicLink) {
            position = next;
            continue;
        }
        const std::string& target = found->second->leadsTo;
        if (auto problem = problemOfTarget(target))
            return problem;
        if (++followed > mostLinksFollowed)
            return "is a link that leads through too many others, or in a circle";
        std::ranges::copy(reversedNames(target), std::back_inserter(ahead));
    }
    return std::nullopt;
}

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
