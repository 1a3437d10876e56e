// SPDX-License-Identifier: Apache-2.0
// Stands in for libFuzzer where a target is an ordinary test: what is tried is the same each time.
#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

namespace {

namespace fs = std::filesystem;

/// How many places of a seed are spoilt, spread over its length.
constexpr std::size_t spoiltPlaces = 64;

std::vector<fs::path> filesIn(const fs::path& folder) {
    std::vector<fs::path> files;
    if (fs::exists(folder))
        for (const fs::directory_entry& entry : fs::directory_iterator(folder))
            files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

std::string contentOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// A block of exactly that size, so that the sanitizer sees a read behind it.
void tryInput(const std::string& input) {
    const auto block = std::make_unique<std::uint8_t[]>(input.size());
    std::memcpy(block.get(), input.data(), input.size());
    LLVMFuzzerTestOneInput(block.get(), input.size());
}

/// The seed as it is, cut off, and with all bits of one byte turned over.
std::size_t play(const std::string& seed, std::size_t longest) {
    tryInput(seed);
    const std::size_t reached = std::min(seed.size(), longest);
    const std::size_t step = std::max<std::size_t>(1, reached / spoiltPlaces);
    std::size_t tried = 1;
    for (std::size_t place = 0; place < reached; place += step, tried += 2) {
        tryInput(seed.substr(0, place));
        std::string spoilt = seed;
        spoilt[place] = static_cast<char>(~spoilt[place]);
        tryInput(spoilt);
    }
    return tried;
}

} // namespace

int main(int count, char** words) {
    std::size_t longest = 0;
    const char* bytes = count > 2 ? words[1] : "";
    if (std::from_chars(bytes, bytes + std::strlen(bytes), longest).ec != std::errc()) {
        std::fputs("Usage: fuzz-TARGET BYTES FOLDER…\n", stderr);
        return 2;
    }
    std::size_t tried = 0;
    for (int i = 2; i < count; ++i)
        for (const fs::path& file : filesIn(words[i])) {
            std::printf("%s\n", file.c_str()); // before it is tried: the last one is what ended the test
            std::fflush(stdout);
            tried += play(contentOf(file), longest);
        }
    std::printf("%zu inputs tried\n", tried);
    return tried > 0 ? 0 : 1;
}
