// SPDX-License-Identifier: Apache-2.0
#include "unit/core/windows/registry_tree.hpp"

#include <array>
#include <vector>

#include "host/windows/registry.hpp"
#include "host/windows/wide_text.hpp"

using namespace bes;

namespace {

constexpr DWORD longestName = 16384; // of a value, in characters

void addValues(Tree& tree, HKEY key, const std::string& path) {
    std::vector<wchar_t> name(longestName);
    std::vector<BYTE> data(1U << 20U);
    for (DWORD i = 0;; ++i) {
        DWORD length = longestName, kind = 0, size = static_cast<DWORD>(data.size());
        if (::RegEnumValueW(key, i, name.data(), &length, nullptr, &kind, data.data(), &size) !=
            ERROR_SUCCESS)
            return;
        tree[path + "\\" + host::narrow({name.data(), length})] =
            std::to_string(kind) + " " + std::string(data.begin(), data.begin() + static_cast<long>(size));
    }
}

} // namespace

void addRegistry(Tree& tree, const RegistryKey& key) {
    const host::OpenedKey opened(key, KEY_READ);
    if (opened.error() != 0)
        return;
    const std::string path = "registry:" + key.path;
    tree[path] = "key";
    addValues(tree, opened.get(), path);
    for (const std::string& name : host::subkeysOf(key))
        addRegistry(tree, {key.view, key.path + "\\" + name});
}

void removeRegistry(const RegistryKey& key) {
    for (const std::string& name : host::subkeysOf(key))
        removeRegistry({key.view, key.path + "\\" + name});
    ::RegDeleteKeyExW(HKEY_LOCAL_MACHINE, host::wide(key.path).c_str(), host::viewOf(key), 0);
}
