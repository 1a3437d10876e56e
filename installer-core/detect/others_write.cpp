// SPDX-License-Identifier: Apache-2.0
#include "host/others_write.hpp"

#include <algorithm>

#include "detect/looks.hpp"
#include "detect/system_places.hpp"
#include "host/accounts.hpp"
#include "host/root.hpp"
#include "journal/public_receipt.hpp"
#include "journal/state_folder.hpp"
#include "model/places.hpp"

namespace bes::detect {
namespace {

namespace fs = std::filesystem;

void add(std::vector<std::string>& sentences, const fs::path& path, const host::Accounts& trusted) {
    const auto other = host::otherWriter(path, trusted);
    if (!other || other->reach == host::OtherWriter::Reach::unknown)
        return;
    std::string sentence = describe(*other) + " (" + remedyOf(*other) + ")";
    if (std::ranges::find(sentences, sentence) == sentences.end())
        sentences.push_back(std::move(sentence));
}

} // namespace

std::vector<std::string> lookWhoElseWrites(const Request& request) {
    const host::Root root(request.root);
    // the running system is changed by root, whoever looks; a practice computer belongs to the person
    const bool byRoot = request.onRunningSystem() || host::isAdministrator();
    const host::Accounts trusted = byRoot ? host::Accounts{0} : host::ownAccounts();
    std::vector<std::string> sentences;
    std::vector<fs::path> writable{journal::stateFolder() / "setup.db", journal::publicReceiptFile(),
                                   request.installFolder, request.configurationFolder};
    const std::vector<fs::path> units = placesOfUnits();
    writable.insert(writable.end(), units.begin(), units.end());
    for (const fs::path& place : writable)
        add(sentences, root.followed(place), trusted);
    // the folder itself belongs to the services
    add(sentences, root.followed(request.logFolder.parent_path()), host::trustedForLogs(trusted));
    if (request.allowUnsignedMedia && !request.media.empty())
        add(sentences, request.media, host::ownAndCallingAccounts());
    return sentences;
}

} // namespace bes::detect
