// SPDX-License-Identifier: Apache-2.0
#include "media/tar_entries.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <cerrno>
#include <new>
#include <string_view>
#include <utility>

#include "media/media_failure.hpp"
#include "model/try.hpp"
#include "text/file_names.hpp"
#include "text/letters.hpp"
#include "text/utf16.hpp"
#include "text/visible.hpp"

namespace bes::media {
namespace {

std::string_view kindOf(archive_entry* entry) {
    if (archive_entry_hardlink(entry))
        return "is a hard link";
    switch (archive_entry_filetype(entry)) {
    case AE_IFBLK:
    case AE_IFCHR:
        return "is a device";
    case AE_IFIFO:
        return "is a pipe";
    case AE_IFSOCK:
        return "is a socket";
    default:
        return "has an unknown type";
    }
}

std::optional<FileType> typeOf(archive_entry* entry) {
    if (archive_entry_hardlink(entry))
        return std::nullopt;
    switch (archive_entry_filetype(entry)) {
    case AE_IFREG:
        return FileType::regular;
    case AE_IFDIR:
        return FileType::folder;
    case AE_IFLNK:
        return FileType::symbolicLink;
    default:
        return std::nullopt;
    }
}

bool isAscii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 128; });
}

/// The entry's name for people. On Windows libarchive has what is not ASCII as wide characters, in UTF-16:
/// the narrow ones are of a code page that lacks most of them.
std::string shownName(archive_entry* entry) {
    const char* narrow = archive_entry_pathname(entry);
    if (narrow && isUtf8(narrow))
        return shownText(narrow);
    std::u16string units;
    for (const wchar_t* wide = archive_entry_pathname_w(entry); wide && *wide != 0; ++wide)
        units += static_cast<char16_t>(*wide);
    return shownText(units.empty() && narrow ? narrow : utf8Of(units));
}

} // namespace

void TarEntries::Free::operator()(::archive* reader) const {
    archive_read_free(reader);
}

TarEntries::TarEntries(ReadAhead& stream) : stream_(stream), reader_(archive_read_new()) {
    if (!reader_)
        throw std::bad_alloc();
    archive_read_support_format_tar(reader_.get());
    // To libarchive the end of a tar is not the end of the stream: what comes after it is looked at as well.
    archive_read_set_format_option(reader_.get(), "tar", "read_concatenated_archives", "1");
}

TarEntries::~TarEntries() = default;

std::ptrdiff_t TarEntries::read(::archive* reader, void* self, const void** block) {
    auto& entries = *static_cast<TarEntries*>(self);
    try {
        if (auto bytes = entries.stream_.next()) {
            *block = bytes->data();
            return static_cast<std::ptrdiff_t>(bytes->size());
        } else
            entries.streamFailure_ = std::move(bytes.error());
    } catch (...) {
        entries.streamException_ = std::current_exception();
    }
    archive_set_error(reader, EIO, "unreadable");
    return ARCHIVE_FATAL;
}

Failure TarEntries::problem() {
    if (streamException_)
        std::rethrow_exception(streamException_);
    if (streamFailure_)
        return *streamFailure_;
    const char* reason = archive_error_string(reader_.get());
    return damagedArchive(stream_.package(), std::string("is not a valid tar archive: ") +
                                                 shownText(reason ? reason : "no reason given"));
}

Result<std::optional<TarEntry>> TarEntries::next() {
    if (!std::exchange(opened_, true) &&
        archive_read_open(reader_.get(), this, nullptr, read, nullptr) != ARCHIVE_OK)
        return fail(problem());
    archive_entry* entry = nullptr;
    const int outcome = archive_read_next_header(reader_.get(), &entry);
    if (outcome == ARCHIVE_EOF)
        return expectEnd();
    // where the locale lacks a character of the name, libarchive says that, but not which name
    if (outcome == ARCHIVE_WARN && !isAscii(shownName(entry)))
        return fail(notAscii(entry));
    if (outcome != ARCHIVE_OK)
        return fail(problem());
    TRY_ASSIGN(auto described, describe(entry));
    path_ = described.path;
    contentRead_ = 0;
    return described;
}

/// Only the end of the stream says that all of the archive was read and is the right one: libarchive's word
/// is not enough.
Result<std::optional<TarEntry>> TarEntries::expectEnd() {
    TRY_ASSIGN(const auto rest, stream_.next());
    if (!rest.empty())
        return fail(damagedArchive(stream_.package(), "has data after its end"));
    return std::nullopt;
}

Failure TarEntries::notAscii(archive_entry* entry) const {
    return damagedFile(stream_.package(), shownName(entry), "has a name that is not ASCII");
}

Result<TarEntry> TarEntries::describe(archive_entry* entry) const {
    const char* path = archive_entry_pathname(entry);
    if (!path || !isAscii(path))
        return fail(notAscii(entry));
    const auto type = typeOf(entry);
    if (!type)
        return fail(damagedFile(stream_.package(), shownText(path), kindOf(entry)));
    TarEntry described{
        path, *type, archive_entry_perm(entry), static_cast<std::uint64_t>(archive_entry_size(entry)), {}};
    if (*type == FileType::folder && described.path.ends_with('/'))
        described.path.pop_back();
    if (const char* target = *type == FileType::symbolicLink ? archive_entry_symlink(entry) : nullptr)
        described.leadsTo = target;
    return described;
}

Result<std::span<const std::byte>> TarEntries::content() {
    const void* block = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    const int outcome = archive_read_data_block(reader_.get(), &block, &size, &offset);
    if (outcome == ARCHIVE_EOF)
        return std::span<const std::byte>();
    if (outcome != ARCHIVE_OK)
        return fail(problem());
    if (static_cast<std::uint64_t>(offset) != contentRead_)
        return fail(damagedFile(stream_.package(), shownText(path_), "has holes"));
    contentRead_ += size;
    return std::span(static_cast<const std::byte*>(block), size);
}

} // namespace bes::media
