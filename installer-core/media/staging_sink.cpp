// SPDX-License-Identifier: Apache-2.0
#include "media/staging_sink.hpp"

#include <utility>

#include "model/try.hpp"

namespace bes::media {

StagingSink::StagingSink(host::StagingFolder folder) : folder_(std::move(folder)) {
}

Result<void> StagingSink::makeFolder(const PackagedFile& folder) {
    return folder_.makeFolder(folder.path, folder.mode);
}

Result<void> StagingSink::makeLink(const PackagedFile& link) {
    return folder_.makeSymbolicLink(link.path, link.target);
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

} // namespace bes::media
