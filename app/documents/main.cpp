// SPDX-License-Identifier: Apache-2.0
// write-documents NAME [SCHEMA]: writes a manual page, a shell completion or the schema of the answers to
// standard output, at build time. It is not installed.

#include <functional>
#include <iostream>
#include <map>

#include "completion.hpp"
#include "output/man_page.hpp"
#include "pages.hpp"

int main(int count, char** words) {
    using namespace bes::documents;
    const std::string schema = count > 2 ? words[2] : "";
    const std::map<std::string, std::function<std::string()>> documents{
        {"bes-standby-setup.8", bes::app::manPage},
        {"bes-standby-wizard.8", wizardPage},
        {"bes-domino-probe.8", probePage},
        {"bes-standby-answers.5", answersPage},
        {"bes-standby-media.5", mediaPage},
        {"bes-standby-catalog.5", [&] { return catalogPage(schema); }},
        {"answer-file-1.schema.json", answersSchema},
        {"handbook-reference.md", handbookReference},
        {"bes-standby-setup.bash", [] { return bashCompletion(completedSetup()); }},
        {"bes-standby-setup.zsh", [] { return zshCompletion(completedSetup()); }},
        {"bes-standby-setup.fish", [] { return fishCompletion(completedSetup()); }},
        {"bes-standby-wizard.bash", [] { return bashCompletion(completedWizard()); }},
        {"bes-standby-wizard.zsh", [] { return zshCompletion(completedWizard()); }},
        {"bes-standby-wizard.fish", [] { return fishCompletion(completedWizard()); }},
    };
    const auto document = documents.find(count > 1 ? words[1] : "");
    if (document == documents.end()) {
        std::cerr << "write-documents: no document has this name\n";
        return 2;
    }
    std::cout << document->second() << std::flush;
    return std::cout ? 0 : 1;
}
