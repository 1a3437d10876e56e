// SPDX-License-Identifier: Apache-2.0
#include "unit/media/practice_archive.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <zstd.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

#include "host/digest.hpp"
#include "media/package_rules.hpp"

namespace {

using Kind = PracticeEntry::Kind;

la_ssize_t append(archive* /*writer*/, void* text, const void* bytes, std::size_t size) {
    static_cast<std::string*>(text)->append(static_cast<const char*>(bytes), size);
    return static_cast<la_ssize_t>(size);
}

unsigned archiveType(Kind kind) {
    switch (kind) {
    case Kind::folder:
        return AE_IFDIR;
    case Kind::symbolicLink:
        return AE_IFLNK;
    case Kind::pipe:
        return AE_IFIFO;
    case Kind::socket:
        return AE_IFSOCK;
    case Kind::characterDevice:
        return AE_IFCHR;
    case Kind::blockDevice:
        return AE_IFBLK;
    case Kind::regular:
    case Kind::hardLink:
        break;
    }
    return AE_IFREG;
}

} // namespace

std::string tarOf(const std::vector<PracticeEntry>& entries) {
    std::string bytes;
    const std::unique_ptr<archive, int (*)(archive*)> writer(archive_write_new(), archive_write_free);
    archive_write_set_format_pax_restricted(writer.get());
    archive_write_open(writer.get(), &bytes, nullptr, append, nullptr);
    for (const PracticeEntry& wanted : entries) {
        const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(archive_entry_new(),
                                                                             archive_entry_free);
        archive_entry_set_pathname(entry.get(), wanted.path.c_str());
        archive_entry_set_filetype(entry.get(), archiveType(wanted.kind));
        archive_entry_set_perm(entry.get(), static_cast<mode_t>(wanted.mode));
        archive_entry_set_size(entry.get(), static_cast<la_int64_t>(wanted.content.size()));
        if (wanted.kind == Kind::symbolicLink)
            archive_entry_set_symlink(entry.get(), wanted.leadsTo.c_str());
        if (wanted.kind == Kind::hardLink)
            archive_entry_set_hardlink(entry.get(), wanted.leadsTo.c_str());
        if (archive_write_header(writer.get(), entry.get()) < ARCHIVE_WARN)
            throw std::runtime_error(archive_error_string(writer.get()));
        archive_write_data(writer.get(), wanted.content.data(), wanted.content.size());
    }
    archive_write_close(writer.get());
    return bytes;
}

std::string zstdOf(const std::string& bytes, int windowLog) {
    const std::unique_ptr<ZSTD_CCtx, std::size_t (*)(ZSTD_CCtx*)> context(ZSTD_createCCtx(), ZSTD_freeCCtx);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_contentSizeFlag,
                           0); // else the window is as small as the content
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_windowLog, windowLog);
    std::string compressed(ZSTD_compressBound(bytes.size()), '\0');
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    ZSTD_outBuffer out{compressed.data(), compressed.size(), 0};
    ZSTD_compressStream2(context.get(), &out, &in, ZSTD_e_flush); // so that it does not see the end coming
    if (ZSTD_compressStream2(context.get(), &out, &in, ZSTD_e_end) != 0)
        throw std::runtime_error("compression did not end");
    compressed.resize(out.pos);
    return compressed;
}

std::vector<bes::PackagedFile> filesOf(const std::vector<PracticeEntry>& entries) {
    std::vector<bes::PackagedFile> files;
    for (const PracticeEntry& entry : entries) {
        bes::PackagedFile file{entry.path, bes::FileType::regular, entry.mode, entry.content.size(), {}, {}};
        if (entry.kind == Kind::folder)
            file.type = bes::FileType::folder;
        else if (entry.kind == Kind::symbolicLink)
            file = {entry.path, bes::FileType::symbolicLink, bes::media::linkMode, 0, {}, entry.leadsTo};
        else
            file.sha256 = bes::host::sha256Hex(entry.content);
        files.push_back(file);
    }
    std::ranges::sort(files, {}, &bes::PackagedFile::path);
    return files;
}
