#include "check/version.hpp"

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

} // namespace

bool sameVersion(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty())
        return false;
    while (!a.empty() || !b.empty())
        if (!sameName(takePart(a), takePart(b)))
            return false;
    return true;
}

} // namespace bes::check
