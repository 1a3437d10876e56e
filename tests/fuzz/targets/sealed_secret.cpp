// SPDX-License-Identifier: Apache-2.0
#include <openssl/evp.h>

#include <algorithm>

#include "fuzz.hpp"
#include "host/sealed_secret.hpp"

namespace bes::fuzz {
namespace {

constexpr std::string_view prefix = "sealed:";
constexpr std::size_t costAt = 1; ///< logN, r, p behind the version
constexpr unsigned char most = 3; ///< of each, so that a try takes no time
const Secret passphrase("the passphrase of the practice");

std::string base64(std::string_view bytes) {
    std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');
    text.resize(static_cast<std::size_t>(EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                                                         reinterpret_cast<const unsigned char*>(bytes.data()),
                                                         static_cast<int>(bytes.size()))));
    return text;
}

/// What would be derived for seconds is made cheap; what is refused for its cost stays so.
std::string cheap(std::string_view sealed) {
    std::string bytes(sealed);
    const auto cost = [&](std::size_t i) { return static_cast<unsigned char>(bytes[costAt + i]); };
    const bool bearable = bytes.size() > costAt + 2 && cost(0) <= 19 && cost(1) <= 8 && cost(2) <= 4;
    for (std::size_t i = 0; bearable && i < 3; ++i)
        bytes[costAt + i] = static_cast<char>(std::min(cost(i), most));
    return bytes;
}

void open(const std::string& text) {
    const auto opened = host::unseal(text, passphrase);
    if (!opened)
        requireShowable(opened.error());
}

/// Behind the seal: what was sealed comes back, and nothing of it can be changed.
void seal(std::string_view secret, std::size_t place, unsigned char change) {
    const auto sealed = host::seal(Secret(std::string(secret)), passphrase, {.logN = 1, .r = 1, .p = 1});
    require(sealed.has_value(), "a secret can be sealed");
    const auto opened = host::unseal(*sealed, passphrase);
    require(opened && opened->reveal() == secret, "what was sealed comes back");
    if (change == 0)
        return;
    std::string bytes((sealed->size() - prefix.size()) / 4 * 3, '\0');
    EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()),
                    reinterpret_cast<const unsigned char*>(sealed->data() + prefix.size()),
                    static_cast<int>(sealed->size() - prefix.size()));
    bytes.resize(32 + secret.size() + 16);
    bytes[place % bytes.size()] = static_cast<char>(bytes[place % bytes.size()] ^ change);
    require(!host::unseal(std::string(prefix) + base64(cheap(bytes)), passphrase),
            "a changed seal is refused");
}

} // namespace

/// The first letter says how the rest is taken: as the text itself, as the bytes of it, or as a secret.
void tryInput(std::string_view input) {
    if (input.size() < 3)
        return;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(input[i]); };
    if (input[0] == 't' && input.find(prefix) != 1) // whole ones come as bytes, whose cost is looked at
        open(std::string(input.substr(1)));
    else if (input[0] == 'b')
        open(std::string(prefix) + base64(cheap(input.substr(1))));
    else if (input[0] == 's')
        seal(input.substr(3), byte(1), byte(2));
    else
        open(std::string(prefix) + std::string(input.substr(0, 40))); // too short to be derived
}

} // namespace bes::fuzz
