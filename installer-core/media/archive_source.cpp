// SPDX-License-Identifier: Apache-2.0
#include "media/archive_source.hpp"

#include <cerrno>
#include <ios>
#include <system_error>
#include <utility>

#include "host/reached.hpp"
#include "host/system_reason.hpp"
#include "media/media_failure.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"
#include "text/quantities.hpp"

namespace bes::media {
namespace {

constexpr std::size_t bufferSize = std::size_t{256} << 10U;

} // namespace

ArchiveSource::ArchiveSource(std::filebuf file, const Package& package)
    : file_(std::move(file)), package_(&package), buffer_(bufferSize) {
}

Result<ArchiveSource> ArchiveSource::open(const std::filesystem::path& media, const Package& package) {
    const std::filesystem::path path = media / pathOf(package.archive);
    const auto found = host::reached(path);
    if (!found || !*found)
        return fail(damagedArchive(package, "is missing: " + host::whyNotReached(found)));
    if (!(*found)->file) // a pipe would be waited for
        return fail(damagedArchive(package, "is not a regular file"));
    std::filebuf file;
    file.pubsetbuf(nullptr, 0); // straight into ours
    if (!file.open(host::streamPath(path), std::ios::in | std::ios::binary))
        return fail(damagedArchive(package, "can't be opened: " + std::generic_category().message(errno)));
    return ArchiveSource(std::move(file), package);
}

Result<std::size_t> ArchiveSource::read() {
    try {
        auto* const start = reinterpret_cast<char*>(buffer_.data());
        return static_cast<std::size_t>(file_.sgetn(start, static_cast<std::streamsize>(buffer_.size())));
    } catch (const std::ios_base::failure& failure) {
        return fail(damagedArchive(*package_, "can't be read: " + host::systemReason(failure.code())));
    }
}

Result<std::span<const std::byte>> ArchiveSource::next() {
    TRY_ASSIGN(const auto count, read());
    size_ += count;
    if (size_ > package_->size)
        return fail(damagedArchive(*package_, "is larger than the " + counted(package_->size, "byte") +
                                                  " listed in the manifest"));
    const auto bytes = std::span(buffer_).first(count);
    digest_.update(bytes);
    if (!bytes.empty())
        return bytes;
    if (size_ < package_->size)
        return fail(damagedArchive(*package_, "has " + counted(size_, "byte") + "; the manifest lists " +
                                                  counted(package_->size, "byte")));
    if (digest_.hex() != package_->sha256)
        return fail(damagedArchive(*package_, "is damaged (checksum mismatch)"));
    return bytes;
}

} // namespace bes::media
