// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/media_manifest.hpp"

namespace bes::media {

struct FileProblem {
    std::string file;
    std::string why; ///< continues "FILE …"
};

/// The permission bits that a packaged file or folder can have: nobody but its owner writes, nothing is
/// set-user-ID.
inline constexpr unsigned allowedMode = 0755;
inline constexpr unsigned linkMode = 0777; ///< of every symbolic link, as Linux shows it

/// The rules that the files of a package keep, whoever made the media: safe names that collide nowhere, each
/// in a folder that is listed too, harmless modes, links that stay inside. The first file that breaks one;
/// empty where none does.
[[nodiscard]] std::optional<FileProblem> findProblem(const std::vector<PackagedFile>& files);

/// The first `most` files that break one, for who makes media and can change them. What is in a folder that
/// is refused is not named.
[[nodiscard]] std::vector<FileProblem> findProblems(const std::vector<PackagedFile>& files, std::size_t most);

/// 64 lower-case hexadecimal digits.
[[nodiscard]] bool isSha256(std::string_view text);

} // namespace bes::media
