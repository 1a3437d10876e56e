// SPDX-License-Identifier: Apache-2.0
#include "host/windows/registry.hpp"

#include <array>

#include "host/windows/wide_text.hpp"

namespace bes::host {
namespace {

/// With room for `spare` characters more than the value has: it may come without the zero at its end.
std::optional<std::wstring> characters(const RegistryKey& key, const std::string& name, DWORD type,
                                       std::size_t spare) {
    const OpenedKey opened(key, KEY_QUERY_VALUE);
    const std::wstring value = wide(name);
    DWORD size = 0;
    if (opened.error() != 0 ||
        ::RegGetValueW(opened.get(), nullptr, value.c_str(), type, nullptr, nullptr, &size) != ERROR_SUCCESS)
        return std::nullopt;
    std::wstring found(size / sizeof(wchar_t) + spare, L'\0');
    size = static_cast<DWORD>(found.size() * sizeof(wchar_t));
    if (::RegGetValueW(opened.get(), nullptr, value.c_str(), type, nullptr, found.data(), &size) !=
        ERROR_SUCCESS)
        return std::nullopt;
    return found;
}

} // namespace

REGSAM viewOf(const RegistryKey& key) {
    return key.view == RegistryView::bits64 ? REGSAM{KEY_WOW64_64KEY} : REGSAM{KEY_WOW64_32KEY};
}

OpenedKey::OpenedKey(const RegistryKey& key, REGSAM access)
    : error_(static_cast<SystemError>(
          ::RegOpenKeyExW(HKEY_LOCAL_MACHINE, wide(key.path).c_str(), 0, access | viewOf(key), &key_))) {
}

OpenedKey::~OpenedKey() {
    if (error_ == 0)
        ::RegCloseKey(key_);
}

std::optional<std::string> textValue(const RegistryKey& key, const std::string& name) {
    const auto found = characters(key, name, RRF_RT_REG_SZ, 1);
    return found ? std::optional(narrow(found->c_str())) : std::nullopt;
}

std::vector<std::string> textList(const RegistryKey& key, const std::string& name) {
    std::vector<std::string> texts;
    // each text has an end, and the list one more
    const auto found = characters(key, name, RRF_RT_REG_MULTI_SZ, 2);
    for (const wchar_t* text = found ? found->c_str() : L""; *text != L'\0';
         text += std::wstring_view(text).size() + 1)
        texts.push_back(narrow(text));
    return texts;
}

std::vector<std::string> subkeysOf(const RegistryKey& key) {
    const OpenedKey opened(key, KEY_ENUMERATE_SUB_KEYS);
    std::vector<std::string> names;
    std::array<wchar_t, 256> name{}; // the system's longest name of a key
    for (DWORD i = 0; opened.error() == 0; ++i) {
        auto size = static_cast<DWORD>(name.size());
        if (::RegEnumKeyExW(opened.get(), i, name.data(), &size, nullptr, nullptr, nullptr, nullptr) !=
            ERROR_SUCCESS)
            break;
        names.push_back(narrow({name.data(), size}));
    }
    return names;
}

} // namespace bes::host
