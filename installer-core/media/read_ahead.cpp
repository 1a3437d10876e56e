// SPDX-License-Identifier: Apache-2.0
#include "media/read_ahead.hpp"

#include <utility>

namespace bes::media {
namespace {

constexpr std::size_t pieces = 4;
constexpr std::size_t pieceSize = std::size_t{256}
                                  << 10U; // a multiple of tar's blocks: headers stay in one piece

} // namespace

ReadAhead::ReadAhead(ZstdStream stream, Ahead ahead)
    : stream_(std::move(stream)), pieces_(ahead == Ahead::thread ? pieces : 1), ahead_(ahead) {
    if (ahead == Ahead::thread)
        thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

Result<std::span<const std::byte>> ReadAhead::contentOf(const Piece& piece) {
    if (piece.exception)
        std::rethrow_exception(piece.exception);
    if (!piece.size)
        return fail(piece.size.error());
    return std::span(piece.buffer).first(*piece.size);
}

Result<std::span<const std::byte>> ReadAhead::next() {
    if (ahead_ == Ahead::no) {
        if (given_++ == 0 || !isLast(pieces_.front()))
            fill(pieces_.front());
        return contentOf(pieces_.front());
    }
    std::unique_lock lock(mutex_);
    if (given_ == 0 || !isLast(pieces_[(given_ - 1) % pieces_.size()])) {
        ++given_; // and so the one before is free again
        changed_.notify_one();
        changed_.wait(lock, [this] { return filled_ >= given_; });
    }
    return contentOf(pieces_[(given_ - 1) % pieces_.size()]);
}

bool ReadAhead::isLast(const Piece& piece) {
    return piece.exception || !piece.size || *piece.size == 0;
}

void ReadAhead::run(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (changed_.wait(lock, stop, [this] { return filled_ < given_ + pieces_.size() - 1; })) {
        Piece& piece = pieces_[filled_ % pieces_.size()];
        lock.unlock();
        fill(piece);
        lock.lock();
        ++filled_;
        changed_.notify_one();
        if (isLast(piece))
            return;
    }
}

void ReadAhead::fill(Piece& piece) {
    try {
        piece.buffer.resize(pieceSize);
        piece.size = stream_.read(piece.buffer);
    } catch (...) {
        piece.exception = std::current_exception();
    }
}

} // namespace bes::media
