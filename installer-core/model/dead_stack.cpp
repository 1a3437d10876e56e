#include "model/dead_stack.hpp"

#include <array>

#include <openssl/crypto.h>

namespace bes {

[[gnu::noinline]] void overwriteDeadStack() {
    constexpr std::size_t deep = std::size_t{64}
                                 << 10U; // more than what reads a secret or opens a database takes
    std::array<unsigned char, deep>
        below; // NOLINT(cppcoreguidelines-pro-type-member-init): it is overwritten
    OPENSSL_cleanse(below.data(), below.size());
}

} // namespace bes
