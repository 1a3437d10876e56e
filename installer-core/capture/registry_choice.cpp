// SPDX-License-Identifier: Apache-2.0
#include "capture/registry_choice.hpp"

#include <algorithm>
#include <array>

#include "capture/sensitive_content.hpp"
#include "capture/sensitive_text.hpp"
#include "text/acceptable.hpp"
#include "text/file_names.hpp"
#include "text/name_pattern.hpp"
#include "text/visible.hpp"

namespace bes::capture {
namespace {

constexpr std::string_view machine = R"(HKEY_LOCAL_MACHINE\SOFTWARE\)";
constexpr std::string_view narrow = R"(Wow6432Node\)"; // of 32-bit programs
constexpr std::string_view services = R"(HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\)";
constexpr std::array<std::string_view, 2> views{narrow, ""};

constexpr std::size_t shortestServerName = 3; // shorter ones are in many words by chance
constexpr std::size_t shortestSecret = 6;
constexpr std::size_t longestVersion = 32;

bool beginsWith(std::string_view foldedKey, std::string_view place) {
    return foldedKey.starts_with(foldCase(place));
}

/// Below the product's key in one of the two places; empty for all else.
std::string placeOf(std::string_view view, const CaptureRules& rules) {
    return std::string(machine) + std::string(view) + rules.registryKey + '\\';
}

const RegistryRule* ruleOf(const CaptureRules& rules, std::string_view key, std::string_view value) {
    const auto found = std::ranges::find_if(rules.registry, [&](const RegistryRule& rule) {
        return matches(rule.key, key, '\\') && matches(rule.value, value, '\\');
    });
    return found == rules.registry.end() ? nullptr : &*found;
}

bool isFit(const ExportedRegistryValue& value) {
    return !soundsSecret(value.name) && std::ranges::all_of(value.data, [](const std::string& text) {
        return !wrongLine(text) && !keyWithin(text);
    });
}

class Choice {
public:
    explicit Choice(const CaptureRules& rules) : rules_(rules) {}

    /// `key` is below that of the product.
    void take(const std::string& key, const ExportedRegistryValue& value) {
        const RegistryRule* rule = ruleOf(rules_, key, value.name);
        const RegistryUse use = rule ? rule->use : RegistryUse::ignore;
        const bool comes = use == RegistryUse::keep || use == RegistryUse::version;
        if (comes && isFit(value)) {
            keep(key, value, use);
            return;
        }
        result.left.push_back(shownText(key + '\\' + value.name));
        if (use == RegistryUse::server)
            addServerNames(value);
        else if (soundsSecret(value.name))
            for (const std::string& text : value.data)
                if (text.size() >= shortestSecret)
                    result.secrets.push_back({"the value " + shownText(value.name), Secret(text)});
    }

    ChosenRegistry result;

private:
    void keep(const std::string& key, const ExportedRegistryValue& value, RegistryUse use) {
        result.kept.push_back({rules_.registryKey + '\\' + key, value.name, value.type, value.data});
        // the rule that comes first in the catalogue counts: both versions may be there
        if (use == RegistryUse::version && !value.data.empty() && isVersion(value.data.front())) {
            const auto place = ruleOf(rules_, key, value.name) - rules_.registry.data();
            if (result.version.empty() || place < versionFrom_) {
                result.version = value.data.front();
                versionFrom_ = place;
            }
        }
    }

    void addServerNames(const ExportedRegistryValue& value) {
        for (const std::string& text : value.data)
            for (const std::string& name :
                 {text, text.substr(0, text.find_first_of("\\,.@")), text.substr(text.rfind('\\') + 1)})
                if (name.size() >= shortestServerName && foldCase(name) != "localhost" &&
                    name != "127.0.0.1" && name != "(local)" &&
                    std::ranges::count(result.serverNames, name) == 0)
                    result.serverNames.push_back(name);
    }

    const CaptureRules& rules_;
    std::ptrdiff_t versionFrom_ = 0;
};

/// `"C:\…\X.exe" -service` without the quotation marks and what is behind them.
std::string programOf(std::string command) {
    const std::size_t ending = foldCase(command).find(".exe");
    if (ending != std::string::npos)
        command.resize(ending + 4);
    std::erase(command, '"');
    return command;
}

void addPrograms(const RegistryKeys& keys, ChosenRegistry& chosen) {
    for (const auto& [folded, key] : keys) {
        const auto image = key.values.find("imagepath");
        if (!beginsWith(folded, services) || image == key.values.end() || image->second.data.empty())
            continue;
        chosen.programs[folded.substr(services.size())] = programOf(image->second.data.front());
    }
}

} // namespace

bool hasProduct(const RegistryKeys& keys, const CaptureRules& rules) {
    return std::ranges::any_of(keys, [&](const auto& key) {
        return std::ranges::any_of(
            views, [&](std::string_view view) { return beginsWith(key.first + '\\', placeOf(view, rules)); });
    });
}

ChosenRegistry chooseRegistry(const RegistryKeys& keys, const CaptureRules& rules) {
    Choice choice(rules);
    RegistryKeys seen; // of both views, so that what is in both is taken once
    for (const std::string_view view : views)
        for (const auto& [folded, key] : keys) {
            const std::string place = placeOf(view, rules);
            if (!beginsWith(folded, place))
                continue;
            ExportedRegistryKey& already = seen[folded.substr(place.size())];
            for (const auto& [name, value] : key.values)
                if (already.values.emplace(name, value).second)
                    choice.take(key.path.substr(place.size()), value);
        }
    std::ranges::sort(choice.result.kept, {}, [](const ExportedRegistryValue& value) {
        return std::pair(foldCase(value.key), foldCase(value.name));
    });
    std::ranges::sort(choice.result.left);
    addPrograms(keys, choice.result);
    return std::move(choice.result);
}

bool isVersion(std::string_view text) {
    return !text.empty() && text.size() <= longestVersion && text.front() != '.' && text.back() != '.' &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

} // namespace bes::capture
