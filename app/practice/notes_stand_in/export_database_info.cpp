// SPDX-License-Identifier: Apache-2.0
#include "call.hpp"
#include "copy_text.hpp"
#include "database_use.hpp"
#include "exports.hpp"
#include "lmbcs.hpp"

namespace bes::domino::notes {
using stand_in::Call;
using stand_in::DatabaseUse;

namespace {

// Lines of the text; the third begins with #1, the fourth with #2 (domino.md §2.5).
std::string partOf(const std::string& info, DatabaseInfo what) {
    std::string rest = info;
    for (Word i = 0; i < 4 && !rest.empty(); ++i) {
        const std::size_t end = rest.find('\n');
        const std::string line = rest.substr(0, end);
        const bool isMarked = i >= 2 && line.starts_with('#');
        if (i == static_cast<Word>(what))
            return isMarked ? line.substr(2) : line;
        rest.erase(0, end == std::string::npos ? end : end + 1);
    }
    return "";
}

} // namespace

Status NSFDbPathGet(DatabaseHandle database, char* canonical, char* expanded) noexcept {
    const Call call("NSFDbPathGet");
    const DatabaseUse use(call, database);
    if (const auto injected = call.injected())
        return *injected;
    const std::string path =
        stand_in::lmbcsOf(use.open().server + "!!" + stand_in::separated(use.open().path, use.server()));
    stand_in::copyText(path, canonical, maxPath);
    stand_in::copyText(path, expanded, maxPath);
    return 0;
}

Status NSFDbInfoGet(DatabaseHandle database, char* info) noexcept {
    const Call call("NSFDbInfoGet");
    const DatabaseUse use(call, database);
    call.need(info, "the buffer");
    if (const auto injected = call.injected())
        return *injected;
    if (const auto problem = use.unusable(false))
        return *problem;
    stand_in::copyText(stand_in::lmbcsOf(stand_in::infoText(use.database())), info, databaseInfoSize);
    return 0;
}

void NSFDbInfoParse(char* info, Word what, char* buffer, Word length) noexcept {
    const Call call("NSFDbInfoParse");
    call.need(info, "the info");
    stand_in::copyText(partOf(info, static_cast<DatabaseInfo>(what)), buffer, length);
}

Status NSFDbGetOptions(DatabaseHandle database, DWord* options) noexcept {
    const Call call("NSFDbGetOptions");
    const DatabaseUse use(call, database);
    if (const auto injected = call.injected())
        return *injected;
    if (const auto problem = use.unusable(false))
        return *problem;
    *options = use.database().options;
    return 0;
}

Status NSFDbGetBuildVersion(DatabaseHandle database, Word* build) noexcept {
    const Call call("NSFDbGetBuildVersion");
    const DatabaseUse use(call, database);
    if (const auto injected = call.injected())
        return *injected;
    *build = use.server().build;
    return 0;
}

Status NSFDbGetMajMinVersion(DatabaseHandle database, BuildVersion* version) noexcept {
    const Call call("NSFDbGetMajMinVersion");
    const DatabaseUse use(call, database);
    if (const auto injected = call.injected())
        return *injected;
    if (const auto problem = use.unusable(false))
        return *problem;
    const std::vector<DWord>& parts = use.server().version;
    *version = {parts[0], parts[1], parts[2], 0, 0, 0, 0, {}};
    return 0;
}

} // namespace bes::domino::notes
