// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

#include "host/digest.hpp"
#include "host/files.hpp"
#include "host/reached.hpp"
#include "media/manifest_rules.hpp"
#include "media/media.hpp"
#include "media/media_failure.hpp"
#include "media/verify_signature.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"
#include "text/quantities.hpp"

namespace bes::media {
namespace {

constexpr std::uint64_t largestManifest = std::uint64_t{32} << 20U;
constexpr std::uint64_t largestSignature = std::uint64_t{1} << 20U;

SignatureState lookAtSignature(const std::filesystem::path& folder, std::string_view text,
                               const std::vector<std::filesystem::path>& trust) {
    const std::filesystem::path path = folder / signatureName;
    if (const auto there = host::reached(path); there && !*there)
        return {false, "", "the media is not signed: " + utf8(path) + " is missing"};
    const auto signature = host::readFile(path, largestSignature);
    if (!signature)
        return {false, "", "the signature " + utf8(path) + " can't be read: " + signature.error().why};
    return judgeSignature(
        text, *signature,
        loadTrust(trust.empty() ? std::vector<std::filesystem::path>{builtInTrust()} : trust));
}

std::vector<std::string> lookForDamage(const std::filesystem::path& folder, const MediaManifest& manifest) {
    std::vector<std::string> damage;
    for (const Package& package : manifest.packages) {
        const auto found = host::reached(folder / pathOf(package.archive));
        if (!found || !*found)
            damage.push_back(package.archive + " can't be read: " + host::whyNotReached(found));
        else if ((*found)->size != package.size)
            damage.push_back(package.archive + " has " + counted((*found)->size, "byte") +
                             "; the manifest lists " + counted(package.size, "byte"));
    }
    return damage;
}

/// A run reads the same manifest several times; understanding it takes longer than all else of it. Its
/// signature is judged each time.
class LastManifest {
public:
    Result<MediaManifest> read(const std::string& text, const std::string& sha256) {
        const std::lock_guard lock(mutex_);
        if (sha256 != sha256_) {
            TRY_ASSIGN(auto manifest, parseMediaManifest(text));
            TRY(checkManifest(manifest));
            manifest_ = std::move(manifest);
            sha256_ = sha256;
        }
        return manifest_;
    }

private:
    std::mutex mutex_;
    std::string sha256_;
    MediaManifest manifest_;
};

LastManifest& lastManifest() {
    static LastManifest& last = *new LastManifest; // threads may look at media until the process ends
    return last;
}

} // namespace

Result<MediaContents> open(const std::filesystem::path& folder,
                           const std::vector<std::filesystem::path>& trust, Distrusted distrusted) {
    const auto text = host::readFile(folder / manifestName, largestManifest);
    if (!text)
        return fail(
            ExitCode::media, "media.read", "Setup can't read the media in " + utf8(folder), text.error().why,
            {"Choose the folder that contains the installation media (media.json).", {{"media.folder"}}});
    MediaContents contents;
    contents.signature = lookAtSignature(folder, *text, trust);
    contents.manifestSha256 = host::sha256Hex(*text);
    if (!contents.signature.trusted && distrusted == Distrusted::leaveUnread)
        return contents;
    TRY_ASSIGN(contents.manifest, lastManifest().read(*text, contents.manifestSha256));
    contents.damage = lookForDamage(folder, contents.manifest);
    return contents;
}

Result<MediaContents> open(const Request& request) {
    return open(request.media, request.trust,
                request.allowUnsignedMedia ? Distrusted::readAnyway : Distrusted::leaveUnread);
}

} // namespace bes::media
