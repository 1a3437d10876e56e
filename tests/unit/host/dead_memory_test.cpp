// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <array>
#include <cstdint>

#include "host/dead_memory.hpp"

using namespace bes;

namespace {

constexpr std::uint64_t secret = 0x5EC2E75EC2E75EC2;
using Depth = std::array<volatile std::uint64_t, 4000>;

/// As functions that were given a secret leave the stack. Their caller's own call of overwriteDeadMemory()
/// stands where the last words are.
[[gnu::noinline]] void leaveOnStack() {
    constexpr std::size_t ownFrames = 100;
    Depth words;
    for (std::size_t i = 0; i + ownFrames < words.size(); ++i)
        words[i] = secret;
}

/// How often it stands where that function had its variables: these are not written before.
[[gnu::noinline]] std::size_t foundOnStack() {
    Depth words; // NOLINT(cppcoreguidelines-pro-type-member-init)
    asm volatile("" : : "r"(words.data()) : "memory");
    std::size_t found = 0;
    for (const volatile std::uint64_t& word : words)
        found += word == secret ? 1 : 0;
    return found;
}

#ifdef __x86_64__

using Register = std::array<std::uint64_t, 8>;

[[gnu::target("avx512f"), gnu::noinline]] void leaveInRegisters(const Register& content) {
    asm volatile("vmovdqu64 (%0), %%zmm0\n\tvmovdqa64 %%zmm0, %%zmm15\n\t"
                 "vmovdqa64 %%zmm0, %%zmm16\n\tvmovdqa64 %%zmm0, %%zmm31"
                 :
                 : "r"(content.data())
                 : "memory");
}

[[gnu::target("avx512f"), gnu::noinline]] void readRegisters(std::array<Register, 4>& found) {
    asm volatile("vmovdqu64 %%zmm0, (%0)\n\tvmovdqu64 %%zmm15, 64(%0)\n\t"
                 "vmovdqu64 %%zmm16, 128(%0)\n\tvmovdqu64 %%zmm31, 192(%0)"
                 :
                 : "r"(found.data())
                 : "memory");
}

#endif

} // namespace

TEST_CASE("What functions left on the stack is overwritten") {
    leaveOnStack();
    host::overwriteDeadMemory();
    CHECK(foundOnStack() == 0);
}

#ifdef __x86_64__
TEST_CASE(
    "What functions left in vector registers is overwritten, also in those that only new processors have") {
    if (!__builtin_cpu_supports("avx512f"))
        return;
    Register content{};
    content.fill(secret);
    std::array<Register, 4> found{};
    leaveInRegisters(content);
    host::overwriteDeadMemory();
    readRegisters(found);
    for (const Register& one : found)
        for (const std::uint64_t word : one)
            CHECK(word != secret);
}
#endif
