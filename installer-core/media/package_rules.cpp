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

/// Looks at files in the order of their paths, so that a folder comes before what is in it.
class FilesInOrder {
public:
    std::optional<std::string> problemOf(const PackagedFile& file) {
        if (auto problem = problemOfPath(file.path))
            return problem;
        if (auto problem = problemOfContent(file))
            return problem;
        if (previous_ && previous_->path >= file.path)
            return previous_->path == file.path ? "is listed twice" : "is not in order";
        if (const auto [twin, isNew] = known_.emplace(foldCase(file.path), &file); !isNew)
            return "is the same as " + twin->second->path + " where case does not count";
        previous_ = &file;
        if (!isInListedFolder(file))
            return "is not in a folder of the package";
        return std::nullopt;
    }

    [[nodiscard]] const FilesByFoldedPath& known() const { return known_; }

private:
    [[nodiscard]] bool isInListedFolder(const PackagedFile& file) const {
        const std::string_view parent = parentOf(file.path);
        if (parent.empty())
            return true;
        const auto folder = known_.find(foldCase(parent));
        return folder != known_.end() && folder->second->path == parent &&
               folder->second->type == FileType::folder;
    }

    FilesByFoldedPath known_;
    const PackagedFile* previous_ = nullptr;
};

} // namespace

bool isSha256(std::string_view text) {
    const auto digit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    return text.size() == 64 && std::ranges::all_of(text, digit);
}

std::vector<FileProblem> findProblems(const std::vector<PackagedFile>& files, std::size_t most) {
    std::vector<FileProblem> problems;
    FilesInOrder inOrder;
    std::string refusedFolder;
    for (const PackagedFile& file : files) {
        if (!refusedFolder.empty() && file.path.starts_with(refusedFolder))
            continue;
        auto problem = inOrder.problemOf(file);
        if (!problem)
            continue;
        problems.push_back({shownText(file.path), std::move(*problem)});
        if (problems.size() == most)
            return problems;
        if (file.type == FileType::folder)
            refusedFolder = file.path + '/';
    }
    if (!problems.empty())
        return problems; // links are followed through sound files only
    for (const PackagedFile& file : files)
        if (file.type == FileType::symbolicLink && problems.size() < most)
            if (auto problem = problemOfLink(file, inOrder.known()))
                problems.push_back({file.path, std::move(*problem)});
    return problems;
}

std::optional<FileProblem> findProblem(const std::vector<PackagedFile>& files) {
    const auto problems = findProblems(files, 1);
    return problems.empty() ? std::nullopt : std::optional(problems.front());
}

} // namespace bes::media
