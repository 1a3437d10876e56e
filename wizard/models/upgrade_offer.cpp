// SPDX-License-Identifier: Apache-2.0
#include "models/upgrade_offer.hpp"

#include "models/words.hpp"
#include "text/path_text.hpp"

namespace bes::wizard {

std::optional<check::MediaStands> namedMedia(const Seen& seen) {
    if (seen.media() == nullptr || seen.receipt() == nullptr)
        return std::nullopt;
    return check::compareMedia(*seen.media(), *seen.receipt());
}

std::string upgradeOffer(const Seen& seen) {
    using enum check::MediaStands;
    if (seen.receipt() == nullptr)
        return {};
    const std::string& installed = seen.receipt()->catalog.version;
    const std::string folder = utf8(seen.request.media);
    const auto media = namedMedia(seen);
    if (!media || *media == same)
        return filled(words("Upgrade",
                            "Brings the standby, which has version %1, to the version of newer media. Which "
                            "media that is, is asked next."),
                      installed);
    const Catalog& catalog = seen.media()->manifest.catalog;
    switch (*media) {
    case newer:
        return filled(
            words("Upgrade",
                  "Brings the standby from version %1 to %2, with the media in %3. Only what differs is "
                  "replaced; what administrators edited is kept."),
            installed, catalog.version, folder);
    case older:
        return filled(
            words("Upgrade",
                  "The media in %3 is older: the standby would go from version %1 back to %2. That has "
                  "to be confirmed."),
            installed, catalog.version, folder);
    case otherProduct:
        return filled(
            words("Upgrade", "The media in %2 is of another product, %1: the standby can't take it."),
            catalog.product, folder);
    case same:
    case otherOfSameVersion:
        break;
    }
    return filled(
        words("Upgrade",
              "The media in %2 has version %1, which is installed, with other contents: the standby gets "
              "those."),
        installed, folder);
}

} // namespace bes::wizard
