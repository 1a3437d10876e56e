// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <mutex>
#include <span>
#include <stop_token>
#include <thread>
#include <vector>

#include "media/zstd_stream.hpp"

namespace bes::media {

enum class Ahead {
    thread, ///< one package alone keeps two processors busy, as tar and its zstd do
    no,     ///< where other packages keep the other processors busy: nothing goes from one to another
};

/// Reads, digests and decompresses an archive, in a thread of its own a little ahead of who unpacks it, or
/// when it is asked for.
class ReadAhead {
public:
    ReadAhead(ZstdStream stream, Ahead ahead);
    ReadAhead(const ReadAhead&) = delete;
    ReadAhead& operator=(const ReadAhead&) = delete;
    ~ReadAhead() = default;

    /// Good until the next call; empty at the end, when the archive was whole and the right one.
    [[nodiscard]] Result<std::span<const std::byte>> next();

    [[nodiscard]] const Package& package() const { return stream_.package(); }

private:
    struct Piece {
        std::vector<std::byte> buffer;
        Result<std::size_t> size;
        std::exception_ptr exception;
    };

    void run(const std::stop_token& stop);
    void fill(Piece& piece);
    [[nodiscard]] static bool isLast(const Piece& piece);
    [[nodiscard]] static Result<std::span<const std::byte>> contentOf(const Piece& piece);

    ZstdStream stream_;
    std::vector<Piece> pieces_; ///< a ring

    std::mutex mutex_; ///< for the numbers; a piece belongs to the thread that they give it to
    std::condition_variable_any changed_;
    std::size_t given_ = 0;  ///< pieces that next() returned
    std::size_t filled_ = 0; ///< pieces that run() filled

    Ahead ahead_;
    std::jthread thread_; ///< last: it ends before what it uses
};

} // namespace bes::media
