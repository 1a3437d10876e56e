// SPDX-License-Identifier: Apache-2.0
#include "capture/left_out.hpp"

#include <cerrno>
#include <fstream>
#include <ios>

#include "capture/sensitive_content.hpp"
#include "capture/sensitive_text.hpp"
#include "host/reached.hpp"
#include "media/media_failure.hpp"
#include "model/try.hpp"
#include "text/name_pattern.hpp"
#include "text/path_text.hpp"

namespace bes::capture {
namespace {

constexpr std::uint64_t largestSettings = std::uint64_t{16} << 20U;
constexpr std::size_t pieceSize = std::size_t{1} << 20U;

tl::unexpected<Failure> unreadable(const std::filesystem::path& path, int error) {
    return fail(media::cannotCreate("Can't read " + utf8(path), error,
                                    "Make it readable, end the program that holds it, or leave it out."));
}

/// Pieces of a file, each with the end of the one before it at its beginning.
class Pieces {
public:
    explicit Pieces(std::size_t size) : size_(size) {}

    /// False at the end.
    [[nodiscard]] bool next(std::filebuf& file) {
        piece_.erase(0, piece_.size() - std::min(piece_.size(), longestKeyBeginning));
        const std::size_t kept = piece_.size();
        piece_.resize(kept + size_);
        const auto count = file.sgetn(piece_.data() + kept, static_cast<std::streamsize>(size_));
        piece_.resize(kept + static_cast<std::size_t>(count));
        return count > 0;
    }
    [[nodiscard]] const std::string& text() const { return piece_; }

private:
    std::size_t size_;
    std::string piece_;
};

} // namespace

LeftOutFilter::LeftOutFilter(const std::vector<LeftOutFiles>& rules, const std::vector<std::string>& named,
                             const ChosenRegistry& registry)
    : rules_(rules), serverNames_(registry.serverNames) {
    for (const std::string& pattern : named)
        rules_.push_back({pattern, "named by you"});
    for (const RegistrySecret& secret : registry.secrets)
        (void)secrets_.add(secret.name, secret.text); // a short one is in many words by chance
}

Result<std::vector<LeftOut>> LeftOutFilter::filter(std::vector<PackagedFile>& files,
                                                   const std::filesystem::path& folder) const {
    std::vector<LeftOut> leftOut;
    std::vector<PackagedFile> kept;
    std::string leftFolder; // what is in it is left out with it
    for (PackagedFile& file : files) {
        if (!leftFolder.empty() && file.path.starts_with(leftFolder))
            continue;
        auto why = byName(file);
        if (!why) {
            TRY_ASSIGN(why, byContent(file, folder));
        }
        if (!why) {
            kept.push_back(std::move(file));
            continue;
        }
        const bool isFolder = file.type == FileType::folder;
        if (isFolder)
            leftFolder = file.path + '/';
        leftOut.push_back({isFolder ? leftFolder : file.path, std::move(*why)});
    }
    files = std::move(kept);
    return leftOut;
}

std::optional<std::string> LeftOutFilter::byName(const PackagedFile& file) const {
    for (const LeftOutFiles& rule : rules_)
        if (matchesFile(rule.files, file.path))
            return rule.why;
    if (file.type == FileType::symbolicLink)
        return "a link, which is not followed";
    if (nameIn(file.path.substr(file.path.rfind('/') + 1), serverNames_))
        return "it has the name of the server, its computer or its account";
    return std::nullopt;
}

Result<std::optional<std::string>> LeftOutFilter::byContent(const PackagedFile& file,
                                                            const std::filesystem::path& folder) const {
    if (file.type != FileType::regular)
        return std::nullopt;
    const std::filesystem::path path = folder / pathOf(file.path);
    const bool settings = holdsSettings(file.path) && file.size <= largestSettings;
    std::filebuf content;
    if (!content.open(host::streamPath(path), std::ios::in | std::ios::binary))
        return unreadable(path, errno);
    try {
        Pieces pieces(settings ? static_cast<std::size_t>(largestSettings) : pieceSize);
        for (bool first = true; pieces.next(content); first = false) {
            const std::string& piece = pieces.text();
            if (auto found = first ? keyFileBeginning(piece) : std::nullopt)
                return "it is " + *found;
            if (auto found = keyWithin(piece))
                return "it has " + *found + " in it";
            if (const auto found = secrets_.foundIn(piece); !found.empty())
                return "it has " + found.front() + " of the registry in it";
            if (auto why = settings ? bySettings(settingsText(piece)) : std::nullopt)
                return why;
        }
    } catch (const std::ios_base::failure& failure) {
        return unreadable(path, failure.code().value());
    }
    return std::nullopt;
}

std::optional<std::string> LeftOutFilter::bySettings(std::string_view text) const {
    if (const auto word = passwordIn(text))
        return "its settings have a value for \"" + *word + "\"";
    if (nameIn(text, serverNames_))
        return "its settings name the server, its computer or its account";
    return std::nullopt;
}

} // namespace bes::capture
