// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include <zstd.h>

#include "fuzz.hpp"
#include "host/digest.hpp"
#include "media/zstd_stream.hpp"

namespace bes::fuzz {
namespace {

constexpr std::uint64_t mostBytes = 1U << 20U;
constexpr std::size_t pieceSize = 10'000;

/// What our stream makes of an archive; empty where it is refused.
std::optional<std::string> unpacked(const Package& package, std::uint64_t limit) {
    auto source = media::ArchiveSource::open(scratchFolder(), package);
    require(source.has_value(), "an archive can be opened");
    media::ZstdStream stream(std::move(*source), limit);
    std::string content;
    for (;;) {
        std::vector<std::byte> piece(pieceSize);
        const auto size = stream.read(piece);
        if (!size) {
            requireShowable(size.error());
            return std::nullopt;
        }
        if (*size == 0)
            return content;
        content.append(reinterpret_cast<const char*>(piece.data()), *size);
        require(content.size() <= limit, "no more comes than is allowed");
    }
}

struct FreeContext {
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

/// What libzstd makes of one whole frame in one call. Of a stream: ZSTD_decompress refuses a compressed block
/// of no bytes, which ZSTD_decompressStream takes for an empty one (seen with 1.5.4).
std::optional<std::string> unpackedAtOnce(std::string_view input) {
    const std::unique_ptr<ZSTD_DCtx, FreeContext> context(ZSTD_createDCtx());
    std::string content(mostBytes, '\0');
    ZSTD_inBuffer in{input.data(), input.size(), 0};
    ZSTD_outBuffer out{content.data(), content.size(), 0};
    const std::size_t left = ZSTD_decompressStream(context.get(), &out, &in);
    if (left != 0 || in.pos != in.size)
        return std::nullopt;
    content.resize(out.pos);
    return content;
}

} // namespace

/// An archive as it may stand on media whose manifest has its right size and digest, and one that is not the
/// right one.
void tryInput(std::string_view input) {
    (void)scratchFile("archive", input);
    Package package{"router", "archive", input.size(), host::sha256Hex(input), {}};
    const auto content = unpacked(package, mostBytes);
    if (content) {
        require(content == unpackedAtOnce(input), "a stream gives what libzstd gives at once");
        require(content->empty() || !unpacked(package, content->size() - 1), "a limit is kept");
    }
    package.sha256.back() = package.sha256.back() == '0' ? '1' : '0';
    require(!unpacked(package, mostBytes), "another digest is refused");
}

} // namespace bes::fuzz
