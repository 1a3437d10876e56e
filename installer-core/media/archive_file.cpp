// SPDX-License-Identifier: Apache-2.0
#include "media/archive_file.hpp"

#include <cerrno>
#include <utility>

#include "host/reached.hpp"

namespace bes::media {

ArchiveFile::ArchiveFile(std::filesystem::path path) : path_(std::move(path)) {
    if (!file_.open(host::streamPath(path_), std::ios::out | std::ios::binary | std::ios::trunc))
        error_ = errno;
}

bool ArchiveFile::write(std::span<const std::byte> bytes) {
    digest_.update(bytes);
    size_ += bytes.size();
    const auto size = static_cast<std::streamsize>(bytes.size());
    if (error_ == 0 && file_.sputn(reinterpret_cast<const char*>(bytes.data()), size) != size)
        error_ = errno;
    return error_ == 0;
}

int ArchiveFile::close() {
    if (file_.is_open() && !file_.close() && error_ == 0)
        error_ = errno;
    return error_;
}

} // namespace bes::media
