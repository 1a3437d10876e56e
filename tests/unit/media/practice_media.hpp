// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "media/media.hpp"
#include "unit/media/practice_archive.hpp"
#include "unit/temporary_folder.hpp"

/// A media folder with a manifest, without a signature, and a place to unpack it to.
class PracticeMedia {
public:
    /// A package whose manifest and archive belong together, unless the test says something else for one of
    /// them.
    bes::Package& add(const std::string& id, const std::vector<PracticeEntry>& entries);
    bes::Package& add(const std::string& id, std::vector<bes::PackagedFile> files,
                      const std::string& archive);

    [[nodiscard]] bes::Result<void> stage();
    [[nodiscard]] bes::Result<void> verify();

    [[nodiscard]] std::filesystem::path folder() const { return temporary_.path() / "media"; }
    [[nodiscard]] std::filesystem::path staging() const { return temporary_.path() / "staging"; }
    [[nodiscard]] const std::filesystem::path& around() const { return temporary_.path(); }

    bes::MediaManifest manifest;

private:
    TemporaryFolder temporary_;
};

std::string readText(const std::filesystem::path& path);
void writeText(const std::filesystem::path& path, std::string_view text);
