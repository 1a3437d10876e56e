// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <openssl/crypto.h>

#include <windows.h>

#include "host/accounts.hpp"
#include "host/begin_process.hpp"
#include "host/library_settings.hpp"
#include "host/own_process.hpp"
#include "host/windows/command_line.hpp"
#include "host/windows/wide_text.hpp"
#include "model/try.hpp"

// Apart from what every process begins with: the probe does without OpenSSL.

namespace bes::host {
namespace {

/// Longer secrets, such as an order of the wizard, are overwritten too, but may be swapped out.
void makeSecureHeap() {
    constexpr std::size_t size = std::size_t{1} << 18;
    constexpr std::size_t smallestPiece = 32;
    ::CRYPTO_secure_malloc_init(size, smallestPiece);
}

/// For the rest of the process's life. What is removed is overwritten first, in the process's own block.
void keepOnly(const Environment& inherited, const Environment& kept) {
    for (const auto& [name, value] : inherited)
        if (std::ranges::find(kept, name, &Environment::value_type::first) == kept.end()) {
            ::SetEnvironmentVariableW(wide(name).c_str(), std::wstring(value.size(), L'.').c_str());
            ::SetEnvironmentVariableW(wide(name).c_str(), nullptr);
            ::_wputenv((wide(name) + L"=").c_str());
        }
    for (const auto& [name, value] : kept)
        setVariable(name.c_str(), value);
}

/// Names are not case-sensitive here; those of answers are written in capitals.
std::string folded(std::string name) {
    std::string capitals = name;
    std::ranges::transform(capitals, capitals.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return capitals.starts_with("BES_STANDBY_") ? capitals : name;
}

Variables takeEnvironment(Program program) {
    Environment inherited = ownEnvironment();
    keepOnly(inherited, keptVariables(inherited, program, isAdministrator()));
    makeSecureHeap(); // not before: OpenSSL too finds only what is kept
    Variables all;
    for (auto& [name, value] : inherited)
        all.emplace(folded(std::move(name)), Secret(std::move(value)));
    return all;
}

} // namespace

Result<BegunProcess> beginProcess(Program program, int /*count*/, const char* const* /*words*/) {
    BegunProcess begun;
    begun.environment = takeEnvironment(program); // before any library looks into it
    TRY(orderProcess(program));
    begun.words = wordsOf(::GetCommandLineW()); // what main() got is in the code page of the person
    if (!begun.words.empty())
        begun.words.erase(begun.words.begin());
    return begun;
}

} // namespace bes::host
