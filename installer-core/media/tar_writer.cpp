// SPDX-License-Identifier: Apache-2.0
#include "media/tar_writer.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <cerrno>
#include <ios>
#include <new>
#include <utility>

#include "host/interruption.hpp"
#include "host/reached.hpp"
#include "media/media_failure.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"

namespace bes::media {
namespace {

/// Higher levels make the archives some percent smaller, and take more than twice as long to unpack: their
/// matches lie further apart than the caches of a processor reach.
constexpr auto compressionLevel = "3";
constexpr std::size_t bufferSize = std::size_t{256} << 10U;

la_ssize_t writeTo(::archive* /*writer*/, void* out, const void* bytes, std::size_t size) {
    const bool written = static_cast<ArchiveFile*>(out)->write({static_cast<const std::byte*>(bytes), size});
    return written ? static_cast<la_ssize_t>(size) : -1;
}

unsigned kindOf(FileType type) {
    switch (type) {
    case FileType::regular:
        return AE_IFREG;
    case FileType::folder:
        return AE_IFDIR;
    case FileType::symbolicLink:
        return AE_IFLNK;
    }
    return 0;
}

tl::unexpected<Failure> unreadable(const std::filesystem::path& path, int error) {
    return fail(
        cannotCreate("Can't read " + utf8(path), error, "Make it readable, or remove it from the tree."));
}

} // namespace

void TarWriter::Free::operator()(::archive* writer) const {
    archive_write_free(writer);
}

void TarWriter::Free::operator()(archive_entry* entry) const {
    archive_entry_free(entry);
}

TarWriter::TarWriter(std::filesystem::path folder, ArchiveFile& out, std::stop_token stop)
    : folder_(std::move(folder)), out_(out), archive_(archive_write_new()), entry_(archive_entry_new()),
      buffer_(bufferSize), stop_(std::move(stop)) {
    if (!archive_ || !entry_)
        throw std::bad_alloc();
    archive_write_set_format_pax_restricted(archive_.get());
    archive_write_add_filter_zstd(archive_.get());
    archive_write_set_filter_option(archive_.get(), "zstd", "compression-level", compressionLevel);
    archive_write_set_bytes_in_last_block(archive_.get(), 1); // no zeros after the compressed content
}

TarWriter::~TarWriter() {
    if (closed_)
        return;
    // Its content is not wanted, and libarchive would fill a file that was begun with zeros up to its size.
    archive_write_fail(archive_.get());
    archive_write_close(archive_.get());
}

Result<void> TarWriter::open() {
    closed_ = false;
    return check(archive_write_open(archive_.get(), &out_, nullptr, writeTo, nullptr));
}

Result<void> TarWriter::add(PackagedFile& file) {
    describe(file);
    TRY(check(archive_write_header(archive_.get(), entry_.get())));
    return file.type == FileType::regular ? addContent(file) : Result<void>();
}

void TarWriter::describe(const PackagedFile& file) {
    archive_entry* entry = archive_entry_clear(entry_.get());
    archive_entry_set_pathname(entry, file.path.c_str());
    archive_entry_set_filetype(entry, kindOf(file.type));
    archive_entry_set_perm(entry, static_cast<decltype(archive_entry_perm(entry))>(file.mode));
    archive_entry_set_size(entry, static_cast<la_int64_t>(file.size));
    archive_entry_set_mtime(entry, 0, 0);
    archive_entry_set_uid(entry, 0);
    archive_entry_set_gid(entry, 0);
    if (file.type == FileType::symbolicLink)
        archive_entry_set_symlink(entry, file.leadsTo.c_str());
}

Result<void> TarWriter::addContent(PackagedFile& file) {
    const std::filesystem::path path = folder_ / pathOf(file.path);
    std::filebuf content;
    content.pubsetbuf(nullptr, 0);
    if (!content.open(host::streamPath(path), std::ios::in | std::ios::binary))
        return unreadable(path, errno);
    std::uint64_t size = 0;
    try {
        for (auto bytes = read(content); !bytes.empty(); bytes = read(content)) {
            if (stop_.stop_requested()) {
                host::ChangesUnderWay::stopping();
                return fail(host::cancelled());
            }
            digest_.update(bytes);
            if (archive_write_data(archive_.get(), bytes.data(), bytes.size()) < 0)
                return check(ARCHIVE_FATAL);
            size += bytes.size();
        }
    } catch (const std::ios_base::failure& failure) {
        return unreadable(path, failure.code().value());
    }
    file.sha256 = digest_.hex();
    if (size == file.size)
        return {};
    return fail(ExitCode::media, "media.create", "Can't put " + utf8(path) + " into a package",
                "it changed while setup read it", "Run the command again when nothing writes to the tree.");
}

std::span<const std::byte> TarWriter::read(std::filebuf& content) {
    const auto size = static_cast<std::streamsize>(buffer_.size());
    const auto count = content.sgetn(reinterpret_cast<char*>(buffer_.data()), size);
    return std::span(buffer_).first(static_cast<std::size_t>(count));
}

Result<void> TarWriter::close() {
    closed_ = true;
    TRY(check(archive_write_close(archive_.get())));
    return check(out_.close() == 0 ? ARCHIVE_OK : ARCHIVE_FATAL);
}

Result<void> TarWriter::check(int outcome) {
    if (outcome == ARCHIVE_OK)
        return {};
    const std::string what = "Can't write " + utf8(out_.path());
    if (const int error = out_.close(); error != 0)
        return fail(cannotCreate(what, error, "Choose another folder."));
    const char* reason = archive_error_string(archive_.get());
    return fail(ExitCode::media, "media.create", what, reason ? reason : "no reason reported",
                "Check the files of the tree that the reason names.");
}

} // namespace bes::media
