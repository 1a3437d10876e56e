// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "host/root.hpp"
#include "model/facts.hpp"
#include "model/failure.hpp"
#include "model/places.hpp"

namespace bes::media {

// A media folder: media.json, media.json.p7s (detached CMS signature over the bytes of media.json),
// packages/*.tar.zst.

struct Signing {
    std::filesystem::path key;         ///< PEM
    std::filesystem::path certificate; ///< PEM; further certificates in the file go into the signature
};

/// Makes a media folder from TREE/<package id>/…, one package per component of the catalogue that names it.
/// The same input gives the same bytes, whatever the clock, the owner of the files or the order of the
/// folder. `out` must not exist or be empty; it is as it was when `stop` ended the run. Failures
/// media.create, media.signing-key, file.no-space, run.busy, run.cancelled.
[[nodiscard]] Result<void> create(const Catalog& catalog, const std::filesystem::path& tree,
                                  const Signing& signing, const std::filesystem::path& out,
                                  const std::optional<License>& license = {},
                                  const std::stop_token& stop = {});

/// Whose media is trusted where nothing else is said: a folder of PEM certificates.
[[nodiscard]] inline const std::filesystem::path& builtInTrust() {
    return places::ownPlaces(host::thisSystem()).trust;
}

/// What becomes of media whose signature is missing, wrong or somebody's who is not trusted.
enum class Distrusted {
    leaveUnread, ///< the manifest stays empty; who signed, and what is wrong with that, is told
    readAnyway,  ///< a person said so: --media.allow-unsigned
};

/// Judges the signature over media.json; only then is media.json read for what it says, and it is looked
/// whether every package is there with its size. Does not read the packages. `trust`: files and folders of
/// PEM certificates; empty: builtInTrust(). Damage and distrust are in the value; Failure media.read,
/// media.format where media.json can't be used.
[[nodiscard]] Result<MediaContents> open(const std::filesystem::path& folder,
                                         const std::vector<std::filesystem::path>& trust,
                                         Distrusted distrusted = Distrusted::leaveUnread);
/// As the answers of a request say.
[[nodiscard]] Result<MediaContents> open(const Request& request);

/// Called from several threads, one at a time, with bytes of content written so far.
using Written = std::function<void(std::uint64_t bytes)>;

/// Streams each package once: digest of the archive, unpacking, digest of every file and writing in the same
/// pass, packages in parallel. Only what the manifest lists is written, all of it must come, with the listed
/// type, mode, size and SHA-256. Package P ends in `staging`/P; where `only` names files ("P/path"), these
/// alone are written, and everything is verified all the same. The folder above `staging` must exist. One
/// syncfs at the end. On failure the caller removes `staging`. Failures media.package (id and file named),
/// file.no-space, run.cancelled.
[[nodiscard]] Result<void> stage(const std::filesystem::path& folder, const MediaManifest& manifest,
                                 const std::vector<std::string>& packages,
                                 const std::filesystem::path& staging, const Written& written,
                                 std::stop_token stop, const std::vector<std::string>& only = {});

/// Reads every package as stage() does, without writing: for `media verify`.
[[nodiscard]] Result<void> verifyPackages(const std::filesystem::path& folder, const MediaManifest& manifest,
                                          const Written& read, std::stop_token stop);

} // namespace bes::media
