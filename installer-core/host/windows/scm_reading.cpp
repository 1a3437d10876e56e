// SPDX-License-Identifier: Apache-2.0
#include "host/windows/command_line.hpp"
#include "host/windows/registry.hpp"
#include "host/windows/scm_registration.hpp"
#include "host/windows/system_failure.hpp"
#include "host/windows/wide_text.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"

namespace bes::host {
namespace {

std::vector<std::string> namesIn(const wchar_t* list) {
    std::vector<std::string> names;
    for (; list != nullptr && *list != L'\0'; list += std::wstring_view(list).size() + 1)
        names.push_back(narrow(list));
    return names;
}

/// All zero, which stands for nothing, where the system did not fill it. Empty: it does not tell.
std::vector<unsigned char> read2(SC_HANDLE service, DWORD level, const ScmApi& api) {
    constexpr DWORD most = 8192; // of the system
    std::vector<unsigned char> buffer(most);
    DWORD size = 0;
    if (api.config2(service, level, buffer.data(), most, &size) == 0)
        buffer.clear();
    return buffer;
}

void readMore(SC_HANDLE service, ScmRegistration& found, const ScmApi& api) {
    if (const auto bytes = read2(service, SERVICE_CONFIG_DESCRIPTION, api); !bytes.empty()) {
        const auto& value =
            *reinterpret_cast<const SERVICE_DESCRIPTIONW*>(bytes.data()); // NOLINT: as the system fills it
        found.description = value.lpDescription == nullptr ? "" : narrow(value.lpDescription);
    }
    if (const auto bytes = read2(service, SERVICE_CONFIG_DELAYED_AUTO_START_INFO, api);
        !bytes.empty() && found.start == ScmStart::automatic &&
        reinterpret_cast<const SERVICE_DELAYED_AUTO_START_INFO*>(bytes.data())->fDelayedAutostart !=
            FALSE) // NOLINT
        found.start = ScmStart::delayedAutomatic;
    const auto bytes = read2(service, SERVICE_CONFIG_FAILURE_ACTIONS, api);
    found.recoveryKnown = !bytes.empty();
    if (found.recoveryKnown) {
        const auto& value = *reinterpret_cast<const SERVICE_FAILURE_ACTIONSW*>(bytes.data()); // NOLINT
        if (value.cActions > 0 && value.lpsaActions != nullptr &&
            value.lpsaActions->Type == SC_ACTION_RESTART)
            found.restartAfter = std::chrono::duration_cast<std::chrono::seconds>(
                std::chrono::milliseconds(value.lpsaActions->Delay));
    }
}

ScmRegistration registrationIn(const std::string& name, const QUERY_SERVICE_CONFIGW& config) {
    ScmRegistration found;
    found.name = name;
    found.displayName = narrow(config.lpDisplayName);
    std::vector<std::string> words = wordsOf(config.lpBinaryPathName);
    if (!words.empty()) {
        found.program = pathOf(words.front());
        found.arguments.assign(words.begin() + 1, words.end());
    }
    found.start = config.dwStartType == SERVICE_DEMAND_START ? ScmStart::demand
                  : config.dwStartType == SERVICE_DISABLED   ? ScmStart::disabled
                                                             : ScmStart::automatic;
    found.dependencies = namesIn(config.lpDependencies);
    if (config.lpServiceStartName != nullptr &&
        std::wstring_view(config.lpServiceStartName) != L"LocalSystem")
        found.account = narrow(config.lpServiceStartName);
    return found;
}

} // namespace

std::vector<std::string> storedDependencies(const std::string& name) {
    return textList({RegistryView::bits64, "SYSTEM\\CurrentControlSet\\Services\\" + name},
                    "DependOnService");
}

Result<std::optional<ScmRegistration>> readService(const std::string& name, const ScmApi& api) {
    const std::string what = "Can't read the service " + name;
    const ScmHandle manager(api, api.openManager(nullptr, nullptr, SC_MANAGER_CONNECT));
    if (!manager.open())
        return fail(scmFailure("service.state", what, lastError()));
    const ScmHandle service(api, api.open(manager.get(), wide(name).c_str(), SERVICE_QUERY_CONFIG));
    if (!service.open()) {
        const SystemError error = lastError();
        if (error == ERROR_SERVICE_DOES_NOT_EXIST)
            return std::nullopt;
        return fail(scmFailure("service.state", what, error));
    }
    constexpr DWORD most = 8192; // of the system
    std::vector<unsigned char> buffer(most);
    auto& config = *reinterpret_cast<QUERY_SERVICE_CONFIGW*>(buffer.data()); // NOLINT: as the system fills it
    DWORD size = 0;
    if (api.config(service.get(), &config, most, &size) == 0)
        return fail(scmFailure("service.state", what, lastError()));
    ScmRegistration found = registrationIn(name, config);
    if (found.dependencies.empty()) // there are systems that keep them and do not tell them
        found.dependencies = api.storedDependencies(name);
    readMore(service.get(), found, api);
    return found;
}

} // namespace bes::host
