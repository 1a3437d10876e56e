// SPDX-License-Identifier: Apache-2.0
// Makes the payload of benchmarks: 5,000 files of 400 MiB in all (or as many as are said) and 50 symbolic
// links, in packages of different sizes. A third of the bytes is like text, a third like programs, a third is
// noise. Always the same bytes.
//
//   bench-payload FOLDER [MIB]

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Random = std::mt19937_64; // its numbers are fixed by the standard, those of distributions are not

constexpr std::size_t usualMebibytes = 400;
constexpr int files = 5000;
constexpr int links = 50;
/// Parts of a hundred, like a product with large and small components.
constexpr std::array shares{25, 15, 12, 10, 8, 8, 6, 5, 4, 3, 2, 2};

std::string textLike(Random& random, std::size_t size) {
    static const std::vector<std::string> words = [] {
        Random own(1);
        std::vector<std::string> made;
        for (int i = 0; i < 3000; ++i) {
            std::string word(3 + own() % 8, ' ');
            std::ranges::generate(word, [&] { return static_cast<char>('a' + own() % 26); });
            made.push_back(word);
        }
        return made;
    }();
    std::string text;
    text.reserve(size + 16);
    while (text.size() < size) {
        const std::uint64_t number = random();
        // The lower the number, the likelier, as words are: a product of two even ones.
        text += words[(number % words.size()) * (number / words.size() % words.size()) / words.size()];
        text += number >> 60U == 0 ? '\n' : ' ';
    }
    text.resize(size);
    return text;
}

std::string programLike(Random& random, std::size_t size) {
    static const std::vector<std::uint32_t> instructions = [] {
        Random own(2);
        std::vector<std::uint32_t> made(2048);
        std::ranges::generate(made, [&] { return static_cast<std::uint32_t>(own()); });
        return made;
    }();
    std::string code;
    code.reserve(size + 8);
    while (code.size() < size) {
        const std::uint64_t number = random();
        const std::size_t at = (number % 2048) * (number / 2048 % 2048) / 2048;
        std::uint32_t word = instructions[at];
        if (number >> 62U == 0)
            word = (word & 0xffff0000U) | static_cast<std::uint32_t>(number >> 40U & 0xffffU); // an operand
        code.append(reinterpret_cast<const char*>(&word), sizeof word);
    }
    code.resize(size);
    return code;
}

std::string noise(Random& random, std::size_t size) {
    std::string bytes(size, '\0');
    for (std::size_t i = 0; i + 8 <= size; i += 8) {
        const std::uint64_t number = random();
        std::copy_n(reinterpret_cast<const char*>(&number), 8,
                    bytes.begin() + static_cast<std::ptrdiff_t>(i));
    }
    return bytes;
}

/// Many small files and a few large ones that add up to the total.
std::vector<std::size_t> sizesOfFiles(Random& random, std::size_t totalBytes) {
    std::vector<double> weights(files);
    double sum = 0;
    for (double& weight : weights)
        sum += weight = 1.0 / (0.004 + static_cast<double>(random() % 1000000) / 1000000.0);
    std::vector<std::size_t> sizes;
    std::size_t left = totalBytes;
    for (const double weight : weights) {
        sizes.push_back(
            std::min(left, static_cast<std::size_t>(weight / sum * static_cast<double>(totalBytes))));
        left -= sizes.back();
    }
    sizes.back() += left;
    return sizes;
}

void write(const fs::path& path, const std::string& content, bool program) {
    fs::create_directories(path.parent_path());
    std::ofstream out(path, std::ios::binary);
    out << content;
    out.close();
    if (!out)
        throw std::runtime_error("can't write " + path.string());
    fs::permissions(path, fs::perms(program ? 0755 : 0644));
}

void makePayload(const fs::path& folder, std::size_t totalBytes) {
    Random random(20101122);
    const std::vector<std::size_t> sizes = sizesOfFiles(random, totalBytes);
    for (int i = 0; i < files; ++i) {
        int place = static_cast<int>(random() % 100);
        std::size_t package = 0;
        while (place >= shares.at(package))
            place -= shares.at(package++);
        const fs::path base = folder / ("package-" + std::string(1, static_cast<char>('a' + package)));
        const std::string group = std::to_string(random() % 20);
        const std::size_t size = sizes[static_cast<std::size_t>(i)];
        fs::path path;
        if (i % 3 == 0)
            write(path = base / "share" / group / (std::to_string(i) + ".txt"), textLike(random, size),
                  false);
        else if (i % 3 == 1)
            write(path = base / "lib" / group / (std::to_string(i) + ".so"), programLike(random, size), true);
        else
            write(path = base / "resources" / group / (std::to_string(i) + ".bin"), noise(random, size),
                  false);
        if (i % (files / links) == 0) {
            const fs::path target = path.filename();
            fs::create_symlink(target, path.replace_extension(".latest"));
        }
    }
}

} // namespace

int main(int count, char** words) {
    if (count != 2 && count != 3) {
        std::cerr << "usage: bench-payload FOLDER [MIB]\n";
        return EXIT_FAILURE;
    }
    makePayload(words[1], (count == 3 ? std::stoul(words[2]) : usualMebibytes) << 20U);
}
