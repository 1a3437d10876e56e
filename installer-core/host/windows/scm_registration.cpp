// SPDX-License-Identifier: Apache-2.0
#include "host/windows/scm_registration.hpp"

#include <algorithm>
#include <array>

#include "host/windows/command_line.hpp"
#include "host/windows/system_failure.hpp"
#include "host/windows/wide_text.hpp"
#include "model/try.hpp"
#include "text/lists.hpp"
#include "text/path_text.hpp"

namespace bes::host {
namespace {

constexpr DWORD whole =
    SERVICE_QUERY_CONFIG | SERVICE_CHANGE_CONFIG | SERVICE_QUERY_STATUS | SERVICE_START | DELETE;
constexpr DWORD day = 86400; ///< after which the failures before do not count any more

DWORD numberOf(ScmStart start) {
    switch (start) {
    case ScmStart::automatic:
    case ScmStart::delayedAutomatic:
        return SERVICE_AUTO_START;
    case ScmStart::demand:
        return SERVICE_DEMAND_START;
    case ScmStart::disabled:
        break;
    }
    return SERVICE_DISABLED;
}

std::wstring lineOf(const ScmRegistration& wanted) {
    std::vector<std::string> words{narrow(std::filesystem::path(wanted.program).make_preferred().native())};
    words.insert(words.end(), wanted.arguments.begin(), wanted.arguments.end());
    std::wstring line = commandLineOf(words);
    // always quoted: a path with a blank could be read as another program
    return line.starts_with(L'"') ? line : L'"' + line.insert(wide(words.front()).size(), L"\"");
}

/// Each name with an end, and one more end.
std::wstring listOf(const std::vector<std::string>& names) {
    std::wstring list;
    for (const std::string& name : names)
        list += wide(name) + L'\0';
    return list + L'\0';
}

SystemError setDescription(SC_HANDLE service, const std::string& text, const ScmApi& api) {
    std::wstring description = wide(text);
    SERVICE_DESCRIPTIONW value{description.data()};
    return outcomeOf(api.change2(service, SERVICE_CONFIG_DESCRIPTION, &value));
}

SystemError setDelay(SC_HANDLE service, ScmStart start, const ScmApi& api) {
    SERVICE_DELAYED_AUTO_START_INFO value{start == ScmStart::delayedAutomatic ? TRUE : FALSE};
    return outcomeOf(api.change2(service, SERVICE_CONFIG_DELAYED_AUTO_START_INFO, &value));
}

SystemError setRecovery(SC_HANDLE service, const std::optional<std::chrono::seconds>& restartAfter,
                        const ScmApi& api) {
    const auto delay =
        static_cast<DWORD>(std::chrono::milliseconds(restartAfter.value_or(std::chrono::seconds(0))).count());
    std::array<SC_ACTION, 3> actions{};
    actions.fill({restartAfter ? SC_ACTION_RESTART : SC_ACTION_NONE, delay});
    std::array<wchar_t, 1> none{};
    SERVICE_FAILURE_ACTIONSW value{day, none.data(), none.data(), static_cast<DWORD>(actions.size()),
                                   actions.data()};
    if (const SystemError error = outcomeOf(api.change2(service, SERVICE_CONFIG_FAILURE_ACTIONS, &value));
        error != 0)
        return error;
    SERVICE_FAILURE_ACTIONS_FLAG alsoForErrors{TRUE}; // not only where the process went without a word
    return outcomeOf(api.change2(service, SERVICE_CONFIG_FAILURE_ACTIONS_FLAG, &alsoForErrors));
}

/// Systems that do not know one of these go without.
bool isNotKnown(SystemError error) {
    return error == ERROR_INVALID_LEVEL || error == ERROR_CALL_NOT_IMPLEMENTED;
}

SystemError complete(SC_HANDLE service, const ScmRegistration& wanted, const ScmApi& api) {
    for (const SystemError error :
         {setDescription(service, wanted.description, api),
          wanted.start == ScmStart::delayedAutomatic || wanted.start == ScmStart::automatic
              ? setDelay(service, wanted.start, api)
              : 0,
          setRecovery(service, wanted.restartAfter, api)})
        if (error != 0 && !isNotKnown(error))
            return error;
    return 0;
}

const wchar_t* orNothing(const std::wstring& text) {
    return text.empty() ? nullptr : text.c_str();
}

std::wstring accountOf(const ScmRegistration& wanted) {
    return wanted.account.empty() ? L"LocalSystem" : wide(wanted.account);
}

ScmHandle change(const ScmHandle& manager, const ScmRegistration& wanted, const std::wstring& password,
                 SystemError& error, const ScmApi& api) {
    ScmHandle service(api, api.open(manager.get(), wide(wanted.name).c_str(), whole));
    if (!service.open() ||
        api.change(service.get(), SERVICE_WIN32_OWN_PROCESS, numberOf(wanted.start), SERVICE_ERROR_NORMAL,
                   lineOf(wanted).c_str(), nullptr, nullptr, listOf(wanted.dependencies).c_str(),
                   accountOf(wanted).c_str(), orNothing(password), wide(wanted.displayName).c_str()) == 0)
        error = lastError();
    return service;
}

bool sameText(const std::string& a, const std::string& b) {
    return ::CompareStringOrdinal(wide(a).c_str(), -1, wide(b).c_str(), -1, TRUE) == CSTR_EQUAL;
}

} // namespace

Failure scmFailure(const std::string& id, const std::string& what, SystemError error) {
    std::string remedy = "Resolve the cause, then run setup again";
    if (error == ERROR_SERVICE_MARKED_FOR_DELETE)
        remedy = "Close the programs that show services (services.msc, Task Manager), or restart the "
                 "computer, then run setup "
                 "again";
    else if (error == ERROR_DUPLICATE_SERVICE_NAME)
        remedy = "Remove the other service that has this name in the list of services, then run setup again";
    else if (error == ERROR_INVALID_SERVICE_ACCOUNT)
        remedy = "Check the name of the service account and its password";
    else if (error == ERROR_ACCESS_DENIED)
        remedy = "Run setup as an administrator";
    return {ExitCode::failed, id, what, systemReason(error), std::move(remedy)};
}

Result<void> installService(const ScmRegistration& wanted, const Secret& password, const ScmApi& api) {
    const std::string what = "Can't register the service " + wanted.displayName;
    const ScmHandle manager(
        api, api.openManager(nullptr, nullptr, SC_MANAGER_CONNECT | SC_MANAGER_CREATE_SERVICE));
    if (!manager.open())
        return fail(scmFailure("service.install", what, lastError()));
    const std::wstring word = wide(password.reveal());
    ScmHandle made(api,
                   api.create(manager.get(), wide(wanted.name).c_str(), wide(wanted.displayName).c_str(),
                              whole, SERVICE_WIN32_OWN_PROCESS, numberOf(wanted.start), SERVICE_ERROR_NORMAL,
                              lineOf(wanted).c_str(), nullptr, nullptr, listOf(wanted.dependencies).c_str(),
                              accountOf(wanted).c_str(), orNothing(word)));
    SystemError error = made.open() ? 0 : lastError();
    if (error == ERROR_SERVICE_EXISTS) {
        error = 0;
        const ScmHandle there = change(manager, wanted, word, error, api);
        if (error == 0)
            error = complete(there.get(), wanted, api);
    } else if (error == 0) {
        error = complete(made.get(), wanted, api);
    }
    return error == 0 ? Result<void>() : fail(scmFailure("service.install", what, error));
}

Result<void> removeService(const std::string& name, const ScmApi& api) {
    const std::string what = "Can't remove the service " + name;
    const ScmHandle manager(api, api.openManager(nullptr, nullptr, SC_MANAGER_CONNECT));
    if (!manager.open())
        return fail(scmFailure("service.remove", what, lastError()));
    const ScmHandle service(api, api.open(manager.get(), wide(name).c_str(), DELETE));
    SystemError error = service.open() ? outcomeOf(api.remove(service.get())) : lastError();
    if (error == ERROR_SERVICE_DOES_NOT_EXIST || error == ERROR_SERVICE_MARKED_FOR_DELETE)
        error = 0;
    return error == 0 ? Result<void>() : fail(scmFailure("service.remove", what, error));
}

std::vector<std::string> differences(const ScmRegistration& wanted, const ScmRegistration& found) {
    std::vector<std::string> all;
    const auto compare = [&](const std::string& what, const std::string& should, const std::string& is) {
        if (!sameText(should, is))
            all.push_back("the " + what + " is " + (is.empty() ? "empty" : is) + ", not " +
                          (should.empty() ? "empty" : should));
    };
    compare("display name", wanted.displayName, found.displayName);
    compare("description", wanted.description, found.description);
    compare("command line", narrow(lineOf(wanted)), narrow(lineOf(found)));
    compare("start type", std::string(toString(wanted.start)), std::string(toString(found.start)));
    compare("account", wanted.account, found.account);
    compare("list of dependencies", joined(wanted.dependencies), joined(found.dependencies));
    const auto recovery = [](const ScmRegistration& one) {
        return one.restartAfter ? "restart after " + std::to_string(one.restartAfter->count()) + " s"
                                : std::string("none");
    };
    if (found.recoveryKnown)
        compare("recovery", recovery(wanted), recovery(found));
    return all;
}

std::string_view toString(ScmStart start) {
    switch (start) {
    case ScmStart::automatic:
        return "automatic";
    case ScmStart::delayedAutomatic:
        return "automatic (delayed)";
    case ScmStart::demand:
        return "manual";
    case ScmStart::disabled:
        break;
    }
    return "disabled";
}

} // namespace bes::host
