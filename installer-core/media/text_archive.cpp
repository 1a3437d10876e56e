// SPDX-License-Identifier: Apache-2.0
#include "media/text_archive.hpp"

#include <memory>
#include <new>

#include <archive.h>
#include <archive_entry.h>

namespace bes::media {
namespace {

struct Free {
    void operator()(::archive* writer) const { archive_write_free(writer); }
    void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};

la_ssize_t append(::archive* /*writer*/, void* out, const void* bytes, std::size_t size) {
    static_cast<std::string*>(out)->append(static_cast<const char*>(bytes), size);
    return static_cast<la_ssize_t>(size);
}

} // namespace

Result<std::string> packTexts(const std::vector<PackedText>& files, std::time_t time) {
    std::string packed;
    const std::unique_ptr<::archive, Free> writer(archive_write_new());
    const std::unique_ptr<archive_entry, Free> entry(archive_entry_new());
    if (!writer || !entry)
        throw std::bad_alloc();
    archive_write_set_format_pax_restricted(writer.get());
    archive_write_add_filter_gzip(writer.get());
    archive_write_set_bytes_in_last_block(writer.get(), 1);
    bool good = archive_write_open(writer.get(), &packed, nullptr, append, nullptr) == ARCHIVE_OK;
    for (const PackedText& file : files) {
        archive_entry_clear(entry.get());
        archive_entry_set_pathname(entry.get(), file.name.c_str());
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0600);
        archive_entry_set_size(entry.get(), static_cast<la_int64_t>(file.content.size()));
        archive_entry_set_mtime(entry.get(), time, 0);
        good = good && archive_write_header(writer.get(), entry.get()) == ARCHIVE_OK;
        good = good && archive_write_data(writer.get(), file.content.data(), file.content.size()) ==
                           static_cast<la_ssize_t>(file.content.size());
    }
    if (good && archive_write_close(writer.get()) == ARCHIVE_OK)
        return packed;
    const char* reason = archive_error_string(writer.get());
    return fail(ExitCode::failed, "report.write", "The report can't be packed",
                reason == nullptr ? "no reason reported" : reason, "Report this, with the log of the run.");
}

} // namespace bes::media
