// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "detect/place_look.hpp"
#include "detect/unit_folders.hpp"
#include "detect/unit_settings.hpp"
#include "text/path_text.hpp"

// What the units of others have to do with setup's: whom they start, and whom they can't run beside.

namespace bes::detect {
namespace {

namespace fs = std::filesystem;
using Standing = ThingOfOthers::Standing;
using Settings = std::vector<UnitSetting>;

struct Key {
    std::string_view section;
    std::string_view key;
};

/// By these a unit starts those that they name.
constexpr std::array starting{Key{"Unit", "Wants"},   Key{"Unit", "Requires"},  Key{"Unit", "BindsTo"},
                              Key{"Unit", "Upholds"}, Key{"Unit", "OnFailure"}, Key{"Unit", "OnSuccess"},
                              Key{"Timer", "Unit"},   Key{"Path", "Unit"},      Key{"Socket", "Service"}};

/// Units that start the service of their name, unless they name another one.
constexpr std::array triggers{".timer", ".path", ".socket"};

bool isStarting(const UnitSetting& setting) {
    return std::ranges::any_of(starting, [&](const Key& known) {
        return known.section == setting.section && known.key == setting.key;
    });
}

bool isTrigger(const std::string& unit) {
    return std::ranges::count(triggers, pathOf(unit).extension()) > 0;
}

bool isUnit(const fs::path& name) {
    constexpr std::array endings{".service",   ".target", ".timer", ".path",  ".socket", ".mount",
                                 ".automount", ".swap",   ".slice", ".scope", ".device"};
    return std::ranges::count(endings, name.extension()) > 0;
}

/// It names no other unit, and a socket gives its connections to one service, which is no template's.
bool startsItsName(const Settings& settings) {
    return std::ranges::none_of(settings, [](const UnitSetting& setting) {
        constexpr std::array yes{"yes", "true", "on", "1", "y", "t"};
        const bool other = isStarting(setting) && setting.section != "Unit" && !setting.value.empty();
        return other || (setting.section == "Socket" && setting.key == "Accept" &&
                         std::ranges::count(yes, setting.value) > 0);
    });
}

class Relations {
public:
    Relations(PlaceLook& look, const OwnUnits& own)
        : look_(look), own_(own), folders_(unitFolders(look.root()).all()) {}

    void lookEverywhere() {
        for (const fs::path& folder : folders_)
            rememberInstances(folder);
        for (const fs::path& folder : folders_)
            for (const fs::path& path : look_.entriesOf(folder))
                lookAt(path);
    }

private:
    /// Of templates: "notify@.service" → "notify@bes-policy.service".
    void rememberInstances(const fs::path& folder) {
        for (const fs::path& path : look_.entriesOf(folder)) {
            rememberInstance(path.filename());
            if (pullsIn(path))
                for (const fs::path& link : look_.entriesOf(path))
                    rememberInstance(link.filename());
        }
    }
    void rememberInstance(const fs::path& name) {
        const std::string text = utf8(name);
        const std::size_t at = text.find('@');
        if (at != std::string::npos && at > 0 && text.rfind('.') > at + 1 && isUnit(name))
            instances_[text.substr(0, at + 1) + utf8(name.extension())].insert(text);
    }

    void lookAt(const fs::path& path) {
        const std::string name = utf8(path.filename());
        if (isUnit(name)) {
            // one that is hidden by another of its name has no effect, and setup's own are its own
            if (seen_.insert(name).second && !own_.all.contains(name))
                lookAtUnit(path, name);
        } else if (path.extension() == ".d") {
            lookAtAdditions(path, utf8(path.stem()));
        } else if (pullsIn(path) && startedWithSetup(utf8(path.stem()))) {
            lookAtLinks(path);
        }
    }
    [[nodiscard]] bool startedWithSetup(const std::string& unit) const {
        return own_.all.contains(unit) && !own_.deferred.contains(unit);
    }

    void lookAtUnit(const fs::path& path, const std::string& name) {
        const Settings settings = settingsOf(path);
        judge(path, name, settings);
        const std::string service = utf8(pathOf(name).stem()) + ".service";
        if (!settings.empty() && isTrigger(name) && own_.deferred.contains(service) &&
            startsItsName(settings))
            look_.tell(path, Standing::starts, service, fmt::format("it starts {}", service));
    }
    void lookAtAdditions(const fs::path& folder, const std::string& unit) {
        if (own_.deferred.contains(unit)) // they are started together
            return;
        for (const fs::path& path : look_.entriesOf(folder))
            if (path.extension() == ".conf" && seen_.insert(utf8(folder.filename() / path.filename())).second)
                judge(path, unit, settingsOf(path));
    }
    void lookAtLinks(const fs::path& folder) {
        for (const fs::path& link : look_.entriesOf(folder))
            if (own_.deferred.contains(utf8(link.filename())))
                look_.tell(link, Standing::starts, utf8(link.filename()),
                           fmt::format("starts {} with {}", utf8(link.filename()), utf8(folder.stem())));
    }

    void judge(const fs::path& path, const std::string& unit, const Settings& settings) {
        for (const UnitSetting& setting : settings) {
            const bool starts = isStarting(setting);
            const bool excludes = setting.section == "Unit" && setting.key == "Conflicts";
            if (!starts && !excludes)
                continue;
            for (const std::string& name : namedBy(setting, unit))
                if (starts && own_.deferred.contains(name))
                    look_.tell(path, Standing::starts, name,
                               fmt::format("it starts {} ({}=)", name, setting.key));
                else if (excludes && startedWithSetup(name) && !own_.all.contains(unit))
                    look_.tell(path, Standing::excludes, name,
                               fmt::format("it can't run beside {} (Conflicts=)", name));
        }
    }
    /// Of a template, what its instances name.
    [[nodiscard]] std::set<std::string> namedBy(const UnitSetting& setting, const std::string& unit) const {
        std::set<std::string> names;
        const auto take = [&](const std::string& instance) {
            for (const std::string& name : namesIn(setting.value, instance))
                names.insert(name);
        };
        take(unit);
        if (const auto found = instances_.find(unit); found != instances_.end())
            std::ranges::for_each(found->second, take);
        return names;
    }

    /// None of a unit that is masked: a link to /dev/null or an empty file.
    Settings settingsOf(const fs::path& path) { return settingsIn(look_.text(path)); }

    PlaceLook& look_;
    const OwnUnits& own_;
    std::vector<fs::path> folders_;
    std::map<std::string, std::set<std::string>> instances_; ///< template → its instances
    std::set<std::string> seen_;                             ///< units and additions, by name
};

} // namespace

void lookAtRelations(PlaceLook& look, const OwnUnits& own) {
    Relations(look, own).lookEverywhere();
    lookAtActivation(look, own);
}

} // namespace bes::detect
