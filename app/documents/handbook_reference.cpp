// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "model/exit_code.hpp"
#include "model/ids.hpp"
#include "pages.hpp"

namespace bes::documents {
namespace {

/// A table has no room for a bar of its own: no id or sentence has one.
std::string rowsOf(std::span<const IdEntry> ids) {
    std::string rows;
    for (const IdEntry& entry : ids)
        rows += entry.remedy.empty()
                    ? fmt::format("| `{}` | {} |\n", entry.id, entry.meaning)
                    : fmt::format("| `{}` | {} | {} |\n", entry.id, entry.meaning, entry.remedy);
    return rows;
}

} // namespace

std::string handbookReference() {
    std::string text =
        "\n## 11 Reference\n\n"
        "All exit codes and ids, from the tables of the program: the same as 'help exit-codes' and "
        "'help findings' show.\n\n"
        "### Exit codes\n\n| Code | Name | Meaning | What to do |\n|---|---|---|---|\n";
    for (const ExitCodeEntry& entry : exitCodes())
        text += fmt::format("| {} | `{}` | {} | {} |\n", static_cast<int>(entry.code), entry.id,
                            entry.meaning, entry.remedy);
    text += "\n### Findings\n\n"
            "A check says whether what stands under *Meaning* is so. Where it is not, the finding names its "
            "evidence: "
            "what setup saw, and where. A finding blocks, warns or only tells.\n\n"
            "| Id | Meaning | If not |\n|---|---|---|\n" +
            rowsOf(findingIds());
    text += "\n### Failures\n\n"
            "Why a command ended. The line *why* is its evidence, often in the words of the system or the "
            "server.\n\n"
            "| Id | What happened | What to do |\n|---|---|---|\n" +
            rowsOf(failureIds());
    text += "\n### Steps\n\n"
            "What a run does; a run that fails or is cancelled takes its steps back in the reverse order.\n\n"
            "| Id | What it does |\n|---|---|\n" +
            rowsOf(stepIds());
    return text;
}

} // namespace bes::documents
