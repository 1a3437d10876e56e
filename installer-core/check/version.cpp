#include "check/version.hpp"

#include <algorithm>
#include <cctype>

#include "model/server.hpp"

namespace bes::check {
namespace {

/// Takes the first part off. Leading zeros say nothing; a part of zeros alone is as good as none.
std::string_view takePart(std::string_view& version) {
    std::string_view part = version.substr(0, version.find('.'));
    version.remove_prefix(part.size() < version.size() ? part.size() + 1 : version.size());
    part.remove_prefix(part.find_first_not_of('0') == part.npos ? part.size() : part.find_first_not_of('0'));
    return part;
}

bool isNumber(std::string_view part) {
    return std::ranges::all_of(part, [](unsigned char c) { return std::isdigit(c) != 0; });
}

/// Numbers have no leading zeros here: the longer one is the greater one.
std::weak_ordering compareParts(std::string_view a, std::string_view b) {
    if (sameName(a, b))
        return std::weak_ordering::equivalent;
    if (isNumber(a) && isNumber(b) && a.size() != b.size())
        return a.size() <=> b.size();
    const auto lower = [](unsigned char c) { return std::tolower(c); };
    return std::ranges::lexicographical_compare(a, b, {}, lower, lower) ? std::weak_ordering::less
                                                                        : std::weak_ordering::greater;
}

} // namespace

std::weak_ordering compareVersions(std::string_view a, std::string_view b) {
    while (!a.empty() || !b.empty())
        if (const auto order = compareParts(takePart(a), takePart(b)); order != 0)
            return order;
    return std::weak_ordering::equivalent;
}

bool sameVersion(std::string_view a, std::string_view b) {
    return !a.empty() && !b.empty() && compareVersions(a, b) == 0;
}

} // namespace bes::check
