// SPDX-License-Identifier: Apache-2.0
#include "practice_mark.hpp"

#include <algorithm>

#include "host/practice.hpp"
#include "output/marked_stream.hpp"
#include "text/path_text.hpp"

namespace bes::app {
namespace {

constexpr std::string_view mark = "PRACTICE | "; // app/practice/practice writes the same
constexpr std::string_view rootAnswer = "target.root";

Page marked(Page& page, std::vector<std::shared_ptr<std::ostream>>& kept) {
    kept.push_back(std::make_shared<MarkedStream>(page.stream(), std::string(mark)));
    return page.over(*kept.back(), mark.size());
}

} // namespace

void markAsPractice(Console& console, bool json) {
    if (console.practice)
        return;
    console.practice = true;
    console.errors = marked(console.errors, console.streams);
    if (json)
        console.out.tellPractice();
    else
        console.out = marked(console.out, console.streams);
    console.becamePractice();
}

void markIfPractice(const std::filesystem::path& root, Console& console, bool json) {
    if (host::isPracticeComputer(host::Root(root)))
        markAsPractice(console, json);
}

void markIfPractice(const Command& command, const answers::CommandLine& line,
                    const answers::Environment& environment, Console& console) {
    if (command.name == "practice")
        return markAsPractice(console, line.has("json"));
    const bool ofComputer = std::ranges::count(command.answers, rootAnswer) > 0;
    if (command.writesAnswers() || (command.onlyShowsAs(line) && !ofComputer))
        return; // help, answers, a license: text that may go into a file
    std::filesystem::path root = topFolder();
    if (const auto variable = environment.find(answers::environmentName(rootAnswer));
        ofComputer && variable != environment.end() && !variable->second.empty())
        root = variable->second.reveal();
    for (const answers::Given& given : line.answers)
        if (given.name == rootAnswer && !given.values.empty())
            root = given.values.back();
    markIfPractice(root, console, line.has("json") || command.name == "engine");
}

} // namespace bes::app
