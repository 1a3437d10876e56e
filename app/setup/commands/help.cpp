// SPDX-License-Identifier: Apache-2.0
#include "commands/help.hpp"

#include <algorithm>
#include <array>

#include <boost/program_options/cmdline.hpp>
#include <fmt/format.h>

#include "desktop.hpp"
#include "model/ids.hpp"
#include "model/try.hpp"
#include "output/document.hpp"
#include "output/man_page.hpp"
#include "output/text.hpp"
#include "run.hpp"
#include "text/lists.hpp"

namespace bes::app {
namespace po = boost::program_options;
namespace {

constexpr std::size_t helpWidth = 100;

/// "--plan FILE", "-h, --help"
std::string signature(const po::option_description& option) {
    const std::string name = option.canonical_display_name(po::command_line_style::allow_dash_for_short);
    std::string text = "--" + option.long_name();
    if (name.size() == 2 && name.front() == '-') // an option can have two letters too
        text = name + ", " + text;
    const bool takesValue = option.semantic()->min_tokens() > 0;
    return takesValue ? text + " " + option.semantic()->name() : text;
}

/// Descriptions stand beside short options and below long ones.
void showOptions(const po::options_description& options, Page& page) {
    std::vector<Row> rows;
    for (const auto& option : options.options())
        rows.push_back({{signature(*option), Tone::strong}, option->description()});
    page.table(rows);
}

void showValues(const ValueList& list, Page& page) {
    if (list.values.empty())
        return;
    page.blank();
    page.heading(list.title);
    std::vector<Row> rows;
    rows.reserve(list.values.size());
    for (const auto& [value, meaning] : list.values)
        rows.push_back({{value, Tone::strong}, meaning});
    page.table(rows);
}

Json valuesJson(const ValueList& list) {
    Json json{{"title", list.title}, {"values", Json::array()}};
    for (const auto& [value, meaning] : list.values)
        json["values"].push_back({{"value", value}, {"help", meaning}});
    return json;
}

Json optionsJson(const po::options_description& options) {
    Json list = Json::array();
    for (const auto& option : options.options())
        list.push_back({{"name", option->long_name()},
                        {"takes_value", option->semantic()->min_tokens() > 0},
                        {"help", option->description()}});
    return list;
}

Json commandsJson(std::string_view wanted) {
    Json list = Json::array();
    for (const Command& command : commands()) {
        if (!wanted.empty() && command.name != wanted && !command.name.starts_with(std::string(wanted) + " "))
            continue;
        list.push_back({{"name", command.name},
                        {"summary", command.summary},
                        {"arguments", command.arguments},
                        {"options", optionsJson(optionsOf(command))},
                        {"answers", command.answers}});
        if (!command.values.values.empty())
            list.back()["option_values"] = valuesJson(command.values);
    }
    return list;
}

void showCommands(std::string_view group, Page& page) {
    std::vector<Row> rows;
    for (const Command& command : commands())
        if (group.empty() || command.name.starts_with(std::string(group) + " "))
            rows.push_back({{command.name, Tone::strong}, command.summary});
    page.table(rows);
}

Result<ExitCode> showExitCodes(const Invocation& invocation) {
    if (invocation.json()) {
        Json json = document("exit-codes");
        for (const ExitCodeEntry& entry : exitCodes())
            json["exit_codes"].push_back({{"number", static_cast<int>(entry.code)},
                                          {"id", entry.id},
                                          {"meaning", entry.meaning},
                                          {"remedy", entry.remedy}});
        write(json, invocation.console.out);
        return ExitCode::success;
    }
    std::vector<Row> rows;
    for (const ExitCodeEntry& entry : exitCodes())
        rows.push_back({fmt::format("{:>2}", static_cast<int>(entry.code)), entry.id, entry.meaning});
    invocation.console.out.heading("Exit codes");
    invocation.console.out.table(rows);
    return ExitCode::success;
}

Json idJson(const IdEntry& entry) {
    Json json{{"id", entry.id}, {"meaning", entry.meaning}};
    if (!entry.remedy.empty())
        json["remedy"] = entry.remedy;
    return json;
}

struct ListOfIds {
    std::string_view key;     ///< in JSON
    std::string_view heading; ///< for people
    std::span<const IdEntry> ids;
};

Result<ExitCode> showIds(const Invocation& invocation) {
    const std::array lists{
        ListOfIds{"findings", "Findings: a check says whether; and what to do if not", findingIds()},
        ListOfIds{"failures", "Failures: why a command ended; and what to do", failureIds()},
        ListOfIds{"steps", "Steps: what a run does", stepIds()}};
    if (invocation.json()) {
        Json json = document("ids");
        for (const ListOfIds& list : lists)
            for (const IdEntry& entry : list.ids)
                json[std::string(list.key)].push_back(idJson(entry));
        write(json, invocation.console.out);
        return ExitCode::success;
    }
    for (const ListOfIds& list : lists) {
        if (&list != &lists.front())
            invocation.console.out.blank();
        std::vector<Row> rows;
        for (const IdEntry& entry : list.ids)
            rows.push_back({std::string(entry.id),
                            joined({std::string(entry.meaning), std::string(entry.remedy)}, " ")});
        invocation.console.out.heading(std::string(list.heading));
        invocation.console.out.table(rows);
    }
    return ExitCode::success;
}

Result<ExitCode> showManPage(const Invocation& invocation) {
    invocation.console.out.stream() << manPage();
    return ExitCode::success;
}

/// In the browser of a desktop, or as text.
Result<ExitCode> showHandbook(const Invocation& invocation) {
    if (invocation.console.outIsTerminal)
        if (auto failure = openHandbook(invocation.environment))
            return fail(std::move(*failure));
    TRY_ASSIGN(const std::string text, handbookText());
    invocation.console.out.stream() << text;
    return ExitCode::success;
}

struct Topic {
    std::string_view name;
    Result<ExitCode> (*show)(const Invocation&);
};

/// What 'help' knows besides the commands.
constexpr std::array topicTable{Topic{"exit-codes", showExitCodes}, Topic{"findings", showIds},
                                Topic{"handbook", showHandbook}, Topic{"man-page", showManPage}};

Result<ExitCode> help(const Invocation& invocation) {
    const std::string topic = joined(invocation.line.arguments, " ");
    Page& page = invocation.console.out;
    if (const auto* found = std::ranges::find(topicTable, topic, &Topic::name); found != topicTable.end())
        return found->show(invocation);
    const Command* command = findCommand(topic);
    if (!topic.empty() && !command && !isGroup(topic)) {
        std::vector<std::string> topics = otherHelpTopics();
        for (const Command& known : commands())
            topics.push_back(known.name);
        const auto near = answers::nearest(topic, topics);
        return fail(ExitCode::usage, "command.unknown", fmt::format("No help on {}", topic),
                    near ? fmt::format("did you mean 'help {}'?", *near) : "no command has this name",
                    fmt::format("'{} help' lists the commands.", programName));
    }
    if (invocation.json()) {
        Json json = document("commands");
        json["commands"] = commandsJson(topic);
        write(json, page);
    } else if (command) {
        showHelpOf(*command, page);
    } else if (!topic.empty()) {
        showCommands(topic, page);
    } else {
        showShortHelp(page);
    }
    return ExitCode::success;
}

Result<ExitCode> version(const Invocation& invocation) {
    if (invocation.json()) {
        Json json = document("version");
        json["version"] = BES_VERSION;
        write(json, invocation.console.out);
    } else {
        invocation.console.out.line(fmt::format("{} {}", programName, BES_VERSION));
    }
    return ExitCode::success;
}

} // namespace

std::vector<std::string> otherHelpTopics() {
    std::vector<std::string> names(topicTable.size());
    std::ranges::transform(topicTable, names.begin(),
                           [](const Topic& topic) { return std::string(topic.name); });
    return names;
}

bool isGroup(std::string_view word) {
    return std::ranges::any_of(commands(), [&](const Command& command) {
        return command.name.starts_with(std::string(word) + " ");
    });
}

void showHelpOf(const Command& command, const Page& out) {
    Page page = out.narrowed(helpWidth);
    const std::string arguments = command.arguments.empty() ? "" : " " + command.arguments;
    page.line(fmt::format("Usage: {} {}{} [options]", programName, command.name, arguments));
    page.blank();
    page.paragraph(command.summary);
    if (!command.details.empty()) {
        page.blank();
        page.paragraph(command.details);
    }
    page.blank();
    page.heading("Options");
    showOptions(optionsOf(command), page);
    showValues(command.values, page);
    if (command.answers.empty())
        return;
    page.blank();
    page.heading("Answers, also in an answer file or as BES_STANDBY_SECTION_KEY");
    showOptions(answers::describeOptions(command.answers), page);
}

void showShortHelp(const Page& out) {
    Page page = out.narrowed(helpWidth);
    page.paragraph(
        "Installs a standby BlackBerry Enterprise Server 5.0 for IBM Lotus Domino beside its primary.");
    page.blank();
    page.line(fmt::format("Usage: {} COMMAND [options]", programName));
    page.blank();
    page.heading("Commands");
    showCommands("", page);
    page.blank();
    page.paragraph(fmt::format("Without a command it opens the wizard if a desktop is available. '{0} help "
                               "COMMAND' explains one of them, '{0} help handbook' the whole product, "
                               "'{0} help exit-codes' the exit codes, "
                               "'{0} help findings' the ids of findings, failures and steps. "
                               "To start: '{0} answers new site.ini', fill it in, then "
                               "'{0} check --answer-file site.ini'.",
                               programName));
}

std::vector<Command> helpCommands() {
    return {
        {.name = "help",
         .summary = "Explain a command, or list all",
         .arguments = "[COMMAND] [WORD]",
         .details =
             "'help handbook' opens the handbook for administrators: in the browser of a desktop, else as "
             "text. "
             "'help exit-codes' lists how a run can end, 'help findings' the ids of findings, failures and "
             "steps with their meaning. 'help man-page' writes the manual page in mdoc.",
         .run = help,
         .onlyShows = true},
        {.name = "version", .summary = "Show the version", .run = version, .onlyShows = true},
    };
}

} // namespace bes::app
