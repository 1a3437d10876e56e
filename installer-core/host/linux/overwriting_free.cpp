// SPDX-License-Identifier: Apache-2.0
// The memory that a program with secrets gives back is overwritten: of what libraries do with a secret (the
// client of the database copies a password several times, so do texts, JSON and streams) nothing stays
// behind. This takes the place of glibc's free() and realloc(), as it allows, for the whole process.

#include <malloc.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace {

void overwrite(void* memory, std::size_t from, std::size_t to) {
    std::memset(static_cast<char*>(memory) + from, 0, to - from);
    asm volatile("" : : "r"(memory) : "memory"); // although nobody seems to read it
}

} // namespace

extern "C" {

void __libc_free(void* memory);                       // NOLINT(bugprone-reserved-identifier): glibc's names
void* __libc_realloc(void* memory, std::size_t size); // NOLINT(bugprone-reserved-identifier)

void free(void* memory) noexcept {
    if (memory == nullptr)
        return;
    const int before = errno;
    overwrite(memory, 0, ::malloc_usable_size(memory));
    __libc_free(memory);
    errno = before;
}

void* realloc(void* memory, std::size_t size) noexcept {
    if (memory == nullptr)
        return __libc_realloc(memory, size);
    const std::size_t before = ::malloc_usable_size(memory);
    if (size <= before) {
        overwrite(memory, size, before);
        return __libc_realloc(memory, size);
    }
    void* const moved = std::malloc(size); // glibc would leave the old place as it was
    if (moved == nullptr)
        return nullptr;
    std::memcpy(moved, memory, before);
    free(memory);
    return moved;
}

} // extern "C"
