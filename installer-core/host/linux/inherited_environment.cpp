// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <cstring>

#include <openssl/crypto.h>

#include "host/begin_process.hpp"
#include "host/own_process.hpp"
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

/// Others can read in /proc what stands where the caller's variables were put.
void overwriteValue(char* variable) {
    if (char* const equals = std::strchr(variable, '='))
        OPENSSL_cleanse(equals + 1, std::strlen(equals + 1));
}

/// For the rest of the process's life.
void replaceEnvironment(const Environment& variables) {
    static std::vector<std::string>& texts = *new std::vector<std::string>;
    static std::vector<char*>& pointers = *new std::vector<char*>;
    for (const auto& [name, value] : variables)
        texts.push_back(name + "=" + value);
    for (std::string& text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    char** const before = environ;
    environ = pointers.data();
    for (char** variable = before; *variable != nullptr; ++variable)
        overwriteValue(*variable);
}

Variables takeEnvironment(Program program) {
    Environment inherited = ownEnvironment();
    replaceEnvironment(keptVariables(inherited, program, currentUser() == 0));
    makeSecureHeap(); // not before: OpenSSL too finds only what is kept
    Variables all;
    for (auto& [name, value] : inherited)
        all.emplace(name, Secret(std::move(value)));
    return all;
}

} // namespace

Result<BegunProcess> beginProcess(Program program, int count, const char* const* words) {
    BegunProcess begun;
    begun.environment = takeEnvironment(program); // before any library looks into it
    TRY(orderProcess(program));
    for (int i = 1; i < count; ++i) // there may be not even a name
        begun.words.emplace_back(words[i]);
    return begun;
}

} // namespace bes::host
