// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

/// The manual pages beside that of setup itself (app/setup/output/man_page.hpp), in mdoc, made from the
/// declarations that the programs parse with.
namespace bes::documents {

[[nodiscard]] std::string wizardPage();  ///< bes-standby-wizard(8)
[[nodiscard]] std::string probePage();   ///< bes-domino-probe(8)
[[nodiscard]] std::string answersPage(); ///< bes-standby-answers(5)
[[nodiscard]] std::string mediaPage();   ///< bes-standby-media(5)
/// bes-standby-catalog(5), from the JSON schema of catalogues.
[[nodiscard]] std::string catalogPage(const std::filesystem::path& schema);

/// The last section of the handbook, in Markdown: exit codes and ids, from their tables.
[[nodiscard]] std::string handbookReference();

/// JSON schema of the answers, from their declarations.
[[nodiscard]] std::string answersSchema();

} // namespace bes::documents
