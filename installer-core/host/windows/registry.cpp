// SPDX-License-Identifier: Apache-2.0
#include "host/windows/registry.hpp"

#include <array>

#include <windows.h>

#include "host/windows/wide_text.hpp"

namespace bes::host {
namespace {

REGSAM viewOf(RegistryView view) {
    return view == RegistryView::bits64 ? REGSAM{KEY_WOW64_64KEY} : REGSAM{KEY_WOW64_32KEY};
}

class Key {
public:
    Key(const std::wstring& name, RegistryView view) {
        if (::RegOpenKeyExW(HKEY_LOCAL_MACHINE, name.c_str(), 0, KEY_READ | viewOf(view), &key_) !=
            ERROR_SUCCESS)
            key_ = nullptr;
    }
    Key(const Key&) = delete;
    Key& operator=(const Key&) = delete;
    ~Key() {
        if (key_ != nullptr)
            ::RegCloseKey(key_);
    }
    [[nodiscard]] HKEY get() const { return key_; }

private:
    HKEY key_ = nullptr;
};

} // namespace

std::optional<std::string> textValue(const std::wstring& key, const std::wstring& name, RegistryView view) {
    const Key opened(key, view);
    DWORD size = 0;
    if (opened.get() == nullptr || ::RegGetValueW(opened.get(), nullptr, name.c_str(), RRF_RT_REG_SZ, nullptr,
                                                  nullptr, &size) != ERROR_SUCCESS)
        return std::nullopt;
    std::wstring value(size / sizeof(wchar_t) + 1, L'\0');
    size = static_cast<DWORD>(value.size() * sizeof(wchar_t));
    if (::RegGetValueW(opened.get(), nullptr, name.c_str(), RRF_RT_REG_SZ, nullptr, value.data(), &size) !=
        ERROR_SUCCESS)
        return std::nullopt;
    return narrow(value.c_str());
}

std::vector<std::string> textList(const std::wstring& key, const std::wstring& name, RegistryView view) {
    const Key opened(key, view);
    DWORD size = 0;
    if (opened.get() == nullptr || ::RegGetValueW(opened.get(), nullptr, name.c_str(), RRF_RT_REG_MULTI_SZ,
                                                  nullptr, nullptr, &size) != ERROR_SUCCESS)
        return {};
    std::wstring value(size / sizeof(wchar_t) + 2, L'\0'); // each text has an end, and the list one more
    size = static_cast<DWORD>(size + sizeof(wchar_t));
    if (::RegGetValueW(opened.get(), nullptr, name.c_str(), RRF_RT_REG_MULTI_SZ, nullptr, value.data(),
                       &size) != ERROR_SUCCESS)
        return {};
    std::vector<std::string> texts;
    for (const wchar_t* text = value.c_str(); *text != L'\0'; text += std::wstring_view(text).size() + 1)
        texts.push_back(narrow(text));
    return texts;
}

std::vector<std::wstring> subkeysOf(const std::wstring& key, RegistryView view) {
    const Key opened(key, view);
    std::vector<std::wstring> names;
    std::array<wchar_t, 256> name{}; // the system's longest name of a key
    for (DWORD i = 0; opened.get() != nullptr; ++i) {
        auto size = static_cast<DWORD>(name.size());
        if (::RegEnumKeyExW(opened.get(), i, name.data(), &size, nullptr, nullptr, nullptr, nullptr) !=
            ERROR_SUCCESS)
            break;
        names.emplace_back(name.data(), size);
    }
    return names;
}

} // namespace bes::host
