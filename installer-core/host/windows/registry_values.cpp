// SPDX-License-Identifier: Apache-2.0
#include "host/registry_values.hpp"

#include <cstring>

#include "host/windows/registry.hpp"
#include "host/windows/wide_text.hpp"

namespace bes::host {
namespace {

Failure registryFailure(const char* id, const std::string& what, SystemError error) {
    const bool denied = error == ERROR_ACCESS_DENIED;
    return {denied ? ExitCode::privileges : ExitCode::failed, id, what, systemReason(error),
            denied ? "Run setup as an administrator, and check the permissions of that key (regedit)"
                   : "Resolve the cause, then run setup again"};
}

Failure notRead(const std::string& what, SystemError error) {
    return registryFailure("registry.read", "Can't read " + what, error);
}

Result<void> written(const std::string& what, SystemError error) {
    if (error == 0)
        return {};
    return fail(registryFailure("registry.write", "Can't write " + what, error));
}

/// As the registry keeps it: UTF-16 with the zero at its end, or four bytes.
RegistryData dataOf(const RegistryValue& value) {
    if (const auto* text = std::get_if<std::string>(&value.data)) {
        const std::wstring words = wide(*text);
        std::string bytes((words.size() + 1) * sizeof(wchar_t), '\0');
        std::memcpy(bytes.data(), words.c_str(), bytes.size());
        return {REG_SZ, std::move(bytes)};
    }
    if (const auto* data = std::get_if<RegistryData>(&value.data))
        return *data;
    const DWORD number = std::get<std::uint32_t>(value.data);
    std::string bytes(sizeof number, '\0');
    std::memcpy(bytes.data(), &number, sizeof number);
    return {REG_DWORD, std::move(bytes)};
}

/// For people.
std::string described(const RegistryData& data) {
    if (data.type == REG_DWORD && data.bytes.size() == sizeof(DWORD)) {
        DWORD number = 0;
        std::memcpy(&number, data.bytes.data(), sizeof number);
        return std::to_string(number);
    }
    if (data.type != REG_SZ)
        return "of another type";
    std::wstring text(data.bytes.size() / sizeof(wchar_t), L'\0');
    std::memcpy(text.data(), data.bytes.data(), text.size() * sizeof(wchar_t));
    while (text.ends_with(L'\0'))
        text.pop_back();
    return '"' + narrow(text) + '"';
}

Result<void> put(const RegistryKey& key, const std::string& name, const RegistryData& data,
                 const std::string& what) {
    HKEY opened = nullptr;
    auto error = static_cast<SystemError>(
        ::RegCreateKeyExW(HKEY_LOCAL_MACHINE, wide(key.path).c_str(), 0, nullptr, REG_OPTION_NON_VOLATILE,
                          KEY_SET_VALUE | viewOf(key), nullptr, &opened, nullptr));
    if (error != 0)
        return written(what, error);
    error =
        static_cast<SystemError>(::RegSetValueExW(opened, wide(name).c_str(), 0, data.type,
                                                  reinterpret_cast<const BYTE*>(data.bytes.data()), // NOLINT
                                                  static_cast<DWORD>(data.bytes.size())));
    if (error == 0)
        error = static_cast<SystemError>(::RegFlushKey(opened));
    ::RegCloseKey(opened);
    return written(what, error);
}

} // namespace

Result<CapturedRegistryValue> captured(const RegistryKey& key, const std::string& name) {
    CapturedRegistryValue value{key, name, {}};
    const OpenedKey opened(key, KEY_QUERY_VALUE);
    DWORD type = 0, size = 0;
    auto error = opened.error();
    if (error == 0)
        error = static_cast<SystemError>(
            ::RegQueryValueExW(opened.get(), wide(name).c_str(), nullptr, &type, nullptr, &size));
    if (error == ERROR_FILE_NOT_FOUND)
        return value;
    std::string bytes(size, '\0');
    if (error == 0)
        error = static_cast<SystemError>(::RegQueryValueExW(opened.get(), wide(name).c_str(), nullptr, &type,
                                                            reinterpret_cast<BYTE*>(bytes.data()),
                                                            &size)); // NOLINT: how bytes are taken
    if (error != 0)
        return fail(notRead(shown(value), error));
    bytes.resize(size);
    value.data = RegistryData{type, std::move(bytes)};
    return value;
}

Result<std::string> registryDifference(const RegistryValue& value) {
    return captured(value.key, value.name).map([&](const CapturedRegistryValue& now) -> std::string {
        if (!now.data)
            return "is missing";
        const auto wanted = dataOf(value);
        return *now.data == wanted ? "" : "is " + described(*now.data) + ", originally " + described(wanted);
    });
}

Result<bool> isThere(const RegistryKey& key) {
    const OpenedKey opened(key, KEY_QUERY_VALUE);
    if (opened.error() != 0 && opened.error() != ERROR_FILE_NOT_FOUND)
        return fail(notRead(shown(key), opened.error()));
    return opened.error() == 0;
}

Result<void> writeRegistry(const RegistryValue& value) {
    return put(value.key, value.name, dataOf(value), shown(value));
}

Result<void> restoreRegistry(const CapturedRegistryValue& value) {
    if (value.data)
        return put(value.key, value.name, *value.data, shown(value));
    const OpenedKey opened(value.key, KEY_SET_VALUE);
    SystemError error = opened.error();
    if (error == 0)
        error = static_cast<SystemError>(::RegDeleteValueW(opened.get(), wide(value.name).c_str()));
    return written(shown(value), error == ERROR_FILE_NOT_FOUND ? 0 : error);
}

Result<void> removeEmptyKey(const RegistryKey& key) {
    DWORD keys = 0, values = 0;
    SystemError error = 0;
    {
        const OpenedKey opened(key, KEY_QUERY_VALUE);
        error = opened.error();
        if (error == 0)
            error = static_cast<SystemError>(::RegQueryInfoKeyW(opened.get(), nullptr, nullptr, nullptr,
                                                                &keys, nullptr, nullptr, &values, nullptr,
                                                                nullptr, nullptr, nullptr));
    }
    if (error == 0 && keys == 0 && values == 0)
        error = static_cast<SystemError>(
            ::RegDeleteKeyExW(HKEY_LOCAL_MACHINE, wide(key.path).c_str(), viewOf(key), 0));
    return written(shown(key), error == ERROR_FILE_NOT_FOUND ? 0 : error);
}

} // namespace bes::host
