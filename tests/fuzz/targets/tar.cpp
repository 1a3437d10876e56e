// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <iterator>

#include <zstd.h>

#include "fuzz.hpp"
#include "host/digest.hpp"
#include "host/files.hpp"
#include "media/package_rules.hpp"
#include "media/tar_entries.hpp"
#include "media/unpack.hpp"
#include "text/file_names.hpp"

namespace bes::fuzz {
namespace {

constexpr std::uint64_t mostBytes = 16U << 20U;

constexpr std::size_t blockSize = 512;

/// A number in octal digits, as the fields of a header have it.
std::uint64_t octal(std::string_view field) {
    std::uint64_t number = 0;
    for (const char c : field)
        if (c >= '0' && c <= '7')
            number = number * 8 + static_cast<std::uint64_t>(c - '0');
    return number;
}

/// With the right checksum in every header: nothing of one is looked at before that is right.
std::string withChecksums(std::string_view input) {
    std::string tar(input);
    for (std::size_t at = 0; at + blockSize <= tar.size();) {
        const std::string_view header = std::string_view(tar).substr(at, blockSize);
        const std::uint64_t size = octal(header.substr(124, 12));
        if (header.find_first_not_of('\0') != std::string_view::npos) {
            tar.replace(at + 148, 8, "        ");
            unsigned sum = 0;
            for (const char c : header)
                sum += static_cast<unsigned char>(c);
            std::array<char, 8> digits{};
            std::snprintf(digits.data(), digits.size(), "%06o", sum);
            tar.replace(at + 148, 7, digits.data(), 7);
        }
        at += blockSize * (1 + (std::min<std::uint64_t>(size, tar.size()) + blockSize - 1) / blockSize);
    }
    return tar;
}

/// The archive with this tar in it, and a package whose manifest has its right size and digest.
Package packageWith(std::string_view tar) {
    std::string archive(ZSTD_compressBound(tar.size()), '\0');
    archive.resize(ZSTD_compress(archive.data(), archive.size(), tar.data(), tar.size(), 1));
    (void)scratchFile("archive", archive);
    return {"router", "archive", archive.size(), host::sha256Hex(archive), {}};
}

Result<PackagedFile> read(media::TarEntries& entries, const media::TarEntry& entry) {
    PackagedFile file{entry.path, entry.type, entry.mode, entry.size, {}, entry.leadsTo};
    if (entry.type == FileType::symbolicLink)
        file.mode = media::linkMode;
    if (entry.type != FileType::regular)
        return file;
    host::Sha256 digest;
    std::uint64_t size = 0;
    for (;;) {
        const auto bytes = entries.content();
        if (!bytes)
            return fail(bytes.error());
        if (bytes->empty())
            break;
        digest.update(*bytes);
        size += bytes->size();
        require(size <= entry.size, "no more content comes than the header says");
    }
    require(size == entry.size, "all of a content comes, or it is refused");
    file.sha256 = digest.hex();
    return file;
}

/// What stands in a tar, as a manifest would have it.
Result<std::vector<PackagedFile>> readAll(const Package& package) {
    auto source = media::ArchiveSource::open(scratchFolder(), package);
    require(source.has_value(), "an archive can be opened");
    media::ReadAhead stream(media::ZstdStream(std::move(*source), mostBytes), media::Ahead::thread);
    media::TarEntries entries(stream);
    std::vector<PackagedFile> files;
    for (;;) {
        const auto entry = entries.next();
        if (!entry)
            return fail(entry.error());
        if (!*entry)
            return files;
        auto file = read(entries, **entry);
        if (!file)
            return fail(file.error());
        files.push_back(std::move(*file));
    }
}

void requireOnDisk(const std::filesystem::path& folder, const PackagedFile& file) {
    const auto found = host::status(folder / file.path);
    require(found && *found && (*found)->type == file.type, "a file is there, of the right kind", file.path);
    if (file.type != FileType::symbolicLink)
        require((*found)->mode == file.mode, "a file has its mode", file.path);
    require((*found)->leadsTo == file.leadsTo, "a link leads where it should", file.path);
    if (file.type == FileType::regular)
        require(host::sha256Hex(*host::readFile(folder / file.path)) == file.sha256, "a file has its content",
                file.path);
}

/// With the manifest that fits, the whole package comes into its folder, and nothing beside it.
void unpackInto(const Package& package) {
    const std::filesystem::path folder = scratchFolder() / "staging";
    std::filesystem::create_directory(folder);
    auto staging = host::StagingFolder::create(folder / "router");
    require(staging.has_value(), "a staging folder can be made");
    media::StagingSink sink(std::move(*staging));
    const auto outcome = media::unpack(scratchFolder(), package, sink, [](std::uint64_t) {}, {});
    require(outcome.has_value(), "a package that fits its manifest is unpacked",
            outcome ? "" : outcome.error().why);
    for (const PackagedFile& file : package.files)
        requireOnDisk(folder / "router", file);
    const auto entries = [](const std::filesystem::path& in) {
        using Entries = std::filesystem::directory_iterator;
        return std::distance(Entries(in), Entries());
    };
    require(entries(folder) == 1 && entries(scratchFolder()) == 2, "nothing comes beside the package");
    require(host::removeTree(folder).has_value(), "a staging folder can be removed");
}

void tryTar(std::string_view tar) {
    Package package = packageWith(tar);
    auto files = readAll(package);
    if (!files) {
        requireShowable(files.error());
        return;
    }
    std::ranges::sort(*files, {}, &PackagedFile::path);
    package.files = std::move(*files);
    if (const auto problem = media::findProblem(package.files))
        requireShowable(problem->file + " " + problem->why, "what is wrong with a file can be shown");
    else
        unpackInto(package);
}

} // namespace

void tryInput(std::string_view input) {
    tryTar(input);
    if (const std::string repaired = withChecksums(input); repaired != input)
        tryTar(repaired);
}

} // namespace bes::fuzz
