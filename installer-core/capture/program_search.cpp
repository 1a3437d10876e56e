// SPDX-License-Identifier: Apache-2.0
#include "capture/program_search.hpp"

#include <algorithm>

#include "text/file_names.hpp"

namespace bes::capture {

ProgramSearch::ProgramSearch(const std::vector<PackagedFile>& files,
                             const std::map<std::string, std::string>& programs)
    : programs_(programs) {
    for (const PackagedFile& file : files) {
        if (file.type != FileType::regular)
            continue;
        const std::string folded = foldCase(file.path);
        paths_[folded] = file.path;
        byName_.emplace(folded.substr(folded.rfind('/') + 1), file.path);
    }
}

std::string ProgramSearch::find(const Service& service) const {
    if (std::string path = findRegistered(service); !path.empty())
        return path;
    const auto found = candidates(service);
    return found.empty() ? "" : found.front();
}

std::vector<std::string> ProgramSearch::candidates(const Service& service) const {
    std::vector<std::string> found;
    const auto [begin, end] = byName_.equal_range(foldCase(service.executable));
    for (auto each = begin; each != end; ++each)
        found.push_back(each->second);
    std::ranges::sort(found, {},
                      [](const std::string& path) { return std::pair(std::ranges::count(path, '/'), path); });
    return found;
}

/// The registry has the whole path on the server, of which the folder has an end.
std::string ProgramSearch::findRegistered(const Service& service) const {
    const auto registered = programs_.find(foldCase(service.name));
    if (registered == programs_.end())
        return "";
    std::string path = foldCase(registered->second);
    std::ranges::replace(path, '\\', '/');
    for (std::size_t at = 0; at != std::string::npos; at = path.find('/', at)) {
        at += path[at] == '/' ? 1 : 0;
        if (const auto found = paths_.find(path.substr(at)); found != paths_.end())
            return found->second;
    }
    return "";
}

} // namespace bes::capture
