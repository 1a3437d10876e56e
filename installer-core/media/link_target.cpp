// SPDX-License-Identifier: Apache-2.0
#include "media/link_target.hpp"
#include "text/file_names.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace bes::media {
namespace {

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

} // namespace

std::optional<std::string> problemOfLink(const PackagedFile& link, const FilesByFoldedPath& files) {
    if (auto problem = problemOfTarget(link.target))
        return problem;
    std::string position(parentOf(link.path)); // no link is in it: parents are folders
    std::vector<std::string_view> ahead = reversedNames(link.target);
    for (int followed = 0; !ahead.empty();) {
        const std::string_view name = ahead.back();
        ahead.pop_back();
        if (name.empty() || name == ".")
            continue;
        if (name == "..") {
            if (position.empty())
                return "is a link that leads out of the package, to " + link.target;
            position.resize(parentOf(position).size());
            continue;
        }
        const std::string next = position.empty() ? std::string(name) : position + '/' + std::string(name);
        const auto found = files.find(foldCase(next));
        if (found == files.end() || found->second->type != FileType::symbolicLink) {
            position = next;
            continue;
        }
        const std::string& target = found->second->target;
        if (auto problem = problemOfTarget(target))
            return problem;
        if (++followed > mostLinksFollowed)
            return "is a link that leads through too many others, or in a circle";
        std::ranges::copy(reversedNames(target), std::back_inserter(ahead));
    }
    return std::nullopt;
}

} // namespace bes::media
