// SPDX-License-Identifier: Apache-2.0
#include "host/dead_memory.hpp"

#include <openssl/crypto.h>

#include <array>
#include <cstddef>

namespace bes::host {
namespace {

[[gnu::noinline]] void overwriteDeadStack() {
    // more than what reads a secret or opens a database takes
    constexpr std::size_t deep = std::size_t{64} << 10U;
    std::array<unsigned char, deep> below; // NOLINT(cppcoreguidelines-pro-type-member-init)
    OPENSSL_cleanse(below.data(), below.size());
}

#ifdef __x86_64__

[[gnu::target("avx"), gnu::noinline]] void clearLowRegisters() {
    asm volatile("vzeroall" ::
                     : "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "xmm8", "xmm9",
                       "xmm10", "xmm11", "xmm12", "xmm13", "xmm14", "xmm15");
}

/// vzeroall leaves them alone, and so does what g++ and clang++ make of zero_call_used_regs.
[[gnu::target("avx512f"), gnu::noinline]] void clearHighRegisters() {
    asm volatile("vpxord %%zmm16, %%zmm16, %%zmm16\n\t"
                 "vpxord %%zmm17, %%zmm17, %%zmm17\n\t"
                 "vpxord %%zmm18, %%zmm18, %%zmm18\n\t"
                 "vpxord %%zmm19, %%zmm19, %%zmm19\n\t"
                 "vpxord %%zmm20, %%zmm20, %%zmm20\n\t"
                 "vpxord %%zmm21, %%zmm21, %%zmm21\n\t"
                 "vpxord %%zmm22, %%zmm22, %%zmm22\n\t"
                 "vpxord %%zmm23, %%zmm23, %%zmm23\n\t"
                 "vpxord %%zmm24, %%zmm24, %%zmm24\n\t"
                 "vpxord %%zmm25, %%zmm25, %%zmm25\n\t"
                 "vpxord %%zmm26, %%zmm26, %%zmm26\n\t"
                 "vpxord %%zmm27, %%zmm27, %%zmm27\n\t"
                 "vpxord %%zmm28, %%zmm28, %%zmm28\n\t"
                 "vpxord %%zmm29, %%zmm29, %%zmm29\n\t"
                 "vpxord %%zmm30, %%zmm30, %%zmm30\n\t"
                 "vpxord %%zmm31, %%zmm31, %%zmm31" ::
                     : "xmm16", "xmm17", "xmm18", "xmm19", "xmm20", "xmm21", "xmm22", "xmm23", "xmm24",
                       "xmm25", "xmm26", "xmm27", "xmm28", "xmm29", "xmm30", "xmm31");
}

void clearVectorRegisters() {
    if (__builtin_cpu_supports("avx"))
        clearLowRegisters();
    if (__builtin_cpu_supports("avx512f"))
        clearHighRegisters();
}

#else

void clearVectorRegisters() {
}

#endif

} // namespace

void overwriteDeadMemory() {
    overwriteDeadStack();
    clearVectorRegisters();
}

} // namespace bes::host
