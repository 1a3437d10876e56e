// SPDX-License-Identifier: Apache-2.0
#include "host/shared_library.hpp"

#include <catch2/catch.hpp>

#include "unit/host/file_contents.hpp"
#include "unit/temporary_folder.hpp"

using namespace bes;

namespace {

/// The head of a library for that kind of processor, as the linker writes it.
std::string headFor(unsigned short machine) {
    std::string head =
        "MZ" + std::string(58, '\0') + '\x80' + std::string(67, '\0') + "PE" + std::string(2, '\0');
    head += static_cast<char>(machine & 0xff);
    head += static_cast<char>(machine >> 8);
    return head + std::string(18, '\0');
}

} // namespace

TEST_CASE("a library tells for how many bits it was made") {
    const TemporaryFolder folder;
    const auto bits = [file = folder.path() / "nnotes.dll"](const std::string& content) {
        put(file, content);
        return host::bitsOf(file);
    };
    CHECK(bits(headFor(0x14c)) == 32);
    CHECK(bits(headFor(0x8664)) == 64);
    CHECK(bits(headFor(0xaa64)) == std::nullopt); // ARM
    CHECK(bits(headFor(0x14c).substr(0, 131)) == std::nullopt);
    CHECK(bits("") == std::nullopt);
    CHECK(bits("a text that is longer than the head of a program, and no program at all, however long") ==
          std::nullopt);
    CHECK(host::bitsOf(folder.path() / "none.dll") == std::nullopt);
    CHECK(host::bitsOf("C:\\windows\\system32\\kernel32.dll") == 64);
}
