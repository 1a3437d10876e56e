// SPDX-License-Identifier: Apache-2.0
#include "detect/system_places.hpp"

#include "host/root.hpp"
#include "model/places.hpp"

namespace bes::detect {

std::vector<std::filesystem::path> placesOfUnits() {
    if (host::thisSystem() == System::windows)
        return {};
    return {places::unitFolder, places::bootLink(places::standbyTarget)};
}

std::vector<std::filesystem::path> foldersOfSystem() {
    if (host::thisSystem() == System::windows)
        return {};
    return {places::unitFolder, places::bootLinkFolder, places::accountFileFolder};
}

} // namespace bes::detect
