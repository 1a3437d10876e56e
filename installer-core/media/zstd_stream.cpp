// SPDX-License-Identifier: Apache-2.0
#include "media/zstd_stream.hpp"

#include <zstd_errors.h>

#include <algorithm>
#include <array>
#include <new>
#include <string>
#include <utility>

#include "media/media_failure.hpp"
#include "model/try.hpp"

namespace bes::media {
namespace {

constexpr int largestWindowLog = 23;

std::string problemText(std::size_t code) {
    if (ZSTD_getErrorCode(code) == ZSTD_error_frameParameter_windowTooLarge)
        return "requires more memory than allowed";
    return std::string("is damaged: ") + ZSTD_getErrorName(code);
}

/// libzstd also takes the formats of before 1.0, by decoders that nobody looks after, and frames that say
/// nothing. What is too short to tell is left to it.
bool beginsFrame(std::span<const std::byte> bytes) {
    constexpr std::array magic{std::byte{0x28}, std::byte{0xB5}, std::byte{0x2F}, std::byte{0xFD}};
    return bytes.size() < magic.size() || std::ranges::equal(bytes.first(magic.size()), magic);
}

} // namespace

ZstdStream::ZstdStream(ArchiveSource source, std::uint64_t limit)
    : source_(std::move(source)), limit_(limit), context_(ZSTD_createDCtx()) {
    if (!context_)
        throw std::bad_alloc();
    ZSTD_DCtx_setParameter(context_.get(), ZSTD_d_windowLogMax, largestWindowLog);
}

Result<std::size_t> ZstdStream::read(std::span<std::byte> buffer) {
    ZSTD_outBuffer output{buffer.data(), buffer.size(), 0};
    TRY(fill(output));
    size_ += output.pos;
    if (size_ > limit_)
        return fail(damagedArchive(package(), "unpacks to more than listed in the manifest"));
    return output.pos;
}

Result<void> ZstdStream::fill(ZSTD_outBuffer& output) {
    while (!ended_ && output.pos < output.size) {
        if (input_.pos == input_.size)
            TRY(refill());
        const std::size_t left = ZSTD_decompressStream(context_.get(), &output, &input_);
        if (ZSTD_isError(left) != 0)
            return fail(damagedArchive(package(), problemText(left)));
        if (left == 0) {
            ended_ = true;
            return expectEnd();
        }
    }
    return {};
}

Result<void> ZstdStream::refill() {
    TRY_ASSIGN(const auto bytes, source_.next());
    if (bytes.empty())
        return fail(damagedArchive(package(), "is truncated"));
    if (!std::exchange(begun_, true) && !beginsFrame(bytes))
        return fail(damagedArchive(package(), "is damaged: it is not a zstd archive"));
    input_ = {bytes.data(), bytes.size(), 0};
    return {};
}

Result<void> ZstdStream::expectEnd() {
    if (input_.pos == input_.size) {
        TRY_ASSIGN(const auto more, source_.next());
        if (more.empty())
            return {};
    }
    return fail(damagedArchive(package(), "has data after its end"));
}

} // namespace bes::media
