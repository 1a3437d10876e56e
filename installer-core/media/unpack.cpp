// SPDX-License-Identifier: Apache-2.0
#include "media/unpack.hpp"

#include <string_view>
#include <unordered_map>
#include <utility>

#include "host/digest.hpp"
#include "media/media_failure.hpp"
#include "media/tar_entries.hpp"
#include "model/try.hpp"
#include "text/file_names.hpp"
#include "text/quantities.hpp"
#include "text/visible.hpp"

namespace bes::media {
namespace {

/// The most bytes that the tar of a package can have: a header and rounding up for each file, names too long
/// for a header, zeros up to the next record at the end.
std::uint64_t largestTar(const Package& package) {
    constexpr std::uint64_t perFile = 8192;
    constexpr std::uint64_t atTheEnd = std::uint64_t{64} << 10U;
    return package.unpackedSize() + package.files.size() * perFile + atTheEnd;
}

class Unpacking {
public:
    Unpacking(const Package& package, TarEntries& entries, PackageSink& sink, const Advanced& advanced,
              const std::stop_token& stop)
        : package_(package), entries_(entries), sink_(sink), advanced_(advanced), stop_(stop) {}

    Result<void> run() {
        TRY(expectFiles());
        while (true) {
            if (stop_.stop_requested())
                return fail(cancelled());
            TRY_ASSIGN(auto entry, entries_.next());
            if (!entry)
                return expectNothingMissing();
            TRY(take(*entry));
        }
    }

private:
    Result<void> expectFiles() {
        missing_.reserve(package_.files.size());
        for (const PackagedFile& file : package_.files) {
            missing_.emplace(file.path, &file);
            if (file.type == FileType::folder)
                TRY(sink_.makeFolder(file));
        }
        return {};
    }

    Result<void> take(const TarEntry& entry) {
        const auto found = missing_.find(entry.path);
        if (found == missing_.end())
            return wrong(shownText(entry.path), "is listed twice, or not listed in the manifest");
        const PackagedFile& file = *found->second;
        missing_.erase(found);
        if (entry.type != file.type)
            return wrong(file.path, "has a type other than listed in the manifest");
        if (entry.size != file.size)
            return wrong(file.path, "has " + counted(entry.size, "byte") + "; the manifest lists " +
                                        counted(file.size, "byte"));
        if (entry.leadsTo != file.leadsTo)
            return wrong(file.path, "has a link target other than listed in the manifest");
        if (entry.mode != file.mode && file.type != FileType::symbolicLink) // links have no mode of their own
            return wrong(file.path, "has a mode other than listed in the manifest");
        switch (file.type) {
        case FileType::regular:
            return takeContent(file);
        case FileType::symbolicLink:
            return sink_.makeLink(file);
        case FileType::folder:
            break;
        }
        return {};
    }

    Result<void> takeContent(const PackagedFile& file) {
        TRY(sink_.beginFile(file));
        for (std::uint64_t size = 0;;) {
            TRY_ASSIGN(const auto bytes, entries_.content());
            if (bytes.empty() && size < file.size)
                return wrong(file.path, "ends after " + counted(size, "byte"));
            if (bytes.empty())
                break;
            if (bytes.size() > file.size - size)
                return wrong(file.path, "has more bytes than listed in the manifest");
            if (stop_.stop_requested())
                return fail(cancelled());
            size += bytes.size();
            digest_.update(bytes);
            TRY(sink_.write(bytes));
            advanced_(bytes.size());
        }
        if (digest_.hex() != file.sha256)
            return wrong(file.path, "is damaged (checksum mismatch)");
        return sink_.endFile(file);
    }

    Result<void> expectNothingMissing() {
        if (missing_.empty())
            return {};
        return wrong(missing_.begin()->first, "is missing");
    }

    [[nodiscard]] tl::unexpected<Failure> wrong(std::string_view file, std::string_view why) const {
        return fail(damagedFile(package_, file, why));
    }

    const Package& package_;
    TarEntries& entries_;
    PackageSink& sink_;
    const Advanced& advanced_;
    const std::stop_token& stop_;
    std::unordered_map<std::string_view, const PackagedFile*> missing_; ///< not yet come
    host::Sha256 digest_;
};

} // namespace

Result<void> unpack(const std::filesystem::path& media, const Package& package, PackageSink& sink,
                    const Advanced& advanced, const std::stop_token& stop, Ahead ahead) {
    TRY_ASSIGN(auto source, ArchiveSource::open(media, package));
    ReadAhead stream(ZstdStream(std::move(source), largestTar(package)), ahead);
    TarEntries entries(stream);
    return Unpacking(package, entries, sink, advanced, stop).run();
}

StagingSink::StagingSink(host::StagingFolder folder) : folder_(std::move(folder)) {
}

Result<void> StagingSink::makeFolder(const PackagedFile& folder) {
    return folder_.makeFolder(folder.path, folder.mode);
}

Result<void> StagingSink::makeLink(const PackagedFile& link) {
    return folder_.makeSymbolicLink(link.path, link.leadsTo);
}

Result<void> StagingSink::beginFile(const PackagedFile& file) {
    TRY_ASSIGN(auto created, folder_.createFile(file.path));
    file_.emplace(std::move(created));
    return {};
}

Result<void> StagingSink::write(std::span<const std::byte> bytes) {
    return file_.value().write(bytes);
}

Result<void> StagingSink::endFile(const PackagedFile& file) {
    auto closed = file_.value().close(file.mode);
    file_.reset();
    return closed;
}

SomeFilesSink::SomeFilesSink(host::StagingFolder folder, const std::set<std::string>& wanted,
                             const std::string& package)
    : StagingSink(std::move(folder)), wanted_(wanted), above_(package + '/') {
}

bool SomeFilesSink::wants(const PackagedFile& file) const {
    return wanted_.contains(above_ + file.path);
}

Result<void> SomeFilesSink::makeFolder(const PackagedFile& folder) {
    const std::string inside = above_ + folder.path + '/';
    const auto next = wanted_.lower_bound(inside);
    return next != wanted_.end() && next->starts_with(inside) ? StagingSink::makeFolder(folder)
                                                              : Result<void>();
}

Result<void> SomeFilesSink::makeLink(const PackagedFile& link) {
    return wants(link) ? StagingSink::makeLink(link) : Result<void>();
}

Result<void> SomeFilesSink::beginFile(const PackagedFile& file) {
    writing_ = wants(file);
    return writing_ ? StagingSink::beginFile(file) : Result<void>();
}

Result<void> SomeFilesSink::write(std::span<const std::byte> bytes) {
    return writing_ ? StagingSink::write(bytes) : Result<void>();
}

Result<void> SomeFilesSink::endFile(const PackagedFile& file) {
    return writing_ ? StagingSink::endFile(file) : Result<void>();
}

} // namespace bes::media
