// SPDX-License-Identifier: Apache-2.0
#include "run.hpp"

#include <algorithm>
#include <functional>
#include <sstream>

#include <fmt/format.h>

#include "command.hpp"
#include "commands/help.hpp"
#include "desktop.hpp"
#include "host/exhaustion.hpp"
#include "host/interruption.hpp"
#include "host/own_process.hpp"
#include "output/document.hpp"
#include "output/findings_view.hpp"
#include "output/text.hpp"
#include "practice_mark.hpp"
#include "text/lists.hpp"

namespace bes::app {
namespace {

using Words = std::vector<std::string>;

constexpr std::size_t unbroken = 10000; ///< columns: lines that are written for a signal are not wrapped

/// The command and the words that are left for it.
struct Call {
    const Command* command = nullptr;
    Words words;
};

tl::unexpected<Failure> usage(std::string id, std::string what, std::string why, std::string remedy) {
    return fail(ExitCode::usage, std::move(id), std::move(what), std::move(why), std::move(remedy));
}

/// Names that could stand where the unknown word is.
Words namesBelow(const std::string& group) {
    Words names;
    for (const Command& command : commands()) {
        if (!group.empty() && command.name.starts_with(group + " "))
            names.push_back(command.name.substr(group.size() + 1));
        if (group.empty())
            names.push_back(command.name.substr(0, command.name.find(' ')));
    }
    return names;
}

tl::unexpected<Failure> unknownCommand(const std::string& group, const std::string& word) {
    const std::string before = group.empty() ? "" : group + " ";
    const auto near = answers::nearest(word, namesBelow(group));
    return usage("command.unknown", fmt::format("Unknown command {}{}", before, word),
                 near ? fmt::format("did you mean {}{}?", before, *near)
                      : fmt::format("known are {}", joined(namesBelow(group))),
                 fmt::format("'{} help' lists the commands.", programName));
}

bool wantsHelp(const Words& words) {
    return std::ranges::any_of(words, [](const std::string& w) { return w == "--help" || w == "-h"; });
}

/// A command is one word, or a group's word and another one. Options may stand before it.
Result<Call> findCall(Words words) {
    const auto first = std::ranges::find_if(words, [](const std::string& w) { return !w.starts_with('-'); });
    if (first == words.end())
        return Call{nullptr, std::move(words)};
    std::rotate(words.begin(), first, words.end());
    if (const Command* command = findCommand(words[0]))
        return Call{command, {words.begin() + 1, words.end()}};
    if (!isGroup(words[0]))
        return unknownCommand("", words[0]);
    if (words.size() == 1 || words[1].starts_with('-')) {
        if (wantsHelp(words))
            return Call{findCommand("help"), {words[0]}};
        return usage("command.unknown", fmt::format("{} needs another word", words[0]),
                     fmt::format("known are {}", joined(namesBelow(words[0]))),
                     fmt::format("'{} help {}' tells more.", programName, words[0]));
    }
    if (const Command* command = findCommand(words[0] + " " + words[1]))
        return Call{command, {words.begin() + 2, words.end()}};
    return unknownCommand(words[0], words[1]);
}

void checkArguments(const Command& command, answers::CommandLine& line) {
    const Words& given = line.arguments;
    if (given.size() < command.leastArguments())
        line.problems.push_back(fmt::format("{} is missing", command.arguments));
    for (std::size_t i = command.mostArguments(); i < given.size(); ++i)
        line.problems.push_back(fmt::format("unexpected word {}", given[i]));
}

/// How a command has ended.
struct Ended {
    ExitCode code;
    bool onlyShowed = true; ///< and what was to be shown is all that it gives
};

/// Waits until the output has arrived. Where it did not, that is the failure of who only shows; what was
/// changed is changed, and the exit code goes on to tell how that went.
ExitCode delivered(const Ended& ended, Console& console) {
    const auto arrived = console.deliver();
    if (arrived)
        return ended.code;
    if (!ended.onlyShowed && arrived.error().id != "output.write")
        return ended.code; // nobody wants to know it
    showFailure(arrived.error(), console.errors);
    if (!ended.onlyShowed)
        console.errors.line("The exit code shows how the run itself ended.", 2);
    [[maybe_unused]] const auto said = console.deliver(); // standard error may have failed as well
    return ended.onlyShowed ? arrived.error().code : ended.code;
}

Result<ExitCode> call(const Call& call, const answers::Environment& environment, Console& console,
                      bool& onlyShows) {
    const Command& command = *call.command;
    answers::CommandLine line = answers::readCommandLine(call.words, optionsOf(command), command.answers);
    if (line.has("help")) {
        showHelpOf(command, console.out);
        return ExitCode::success;
    }
    markIfPractice(command, line, environment, console);
    checkArguments(command, line);
    const std::string remedy = fmt::format("'{} {} --help' shows its options.", programName, command.name);
    if (!line.problems.empty() && command.answers.empty())
        return usage("command.line", "The command line is wrong", joined(line.problems, "\n"), remedy);
    onlyShows = command.onlyShowsAs(line);
    if (!onlyShows)
        host::surviveClosedPipes(); // what it changes goes on although nobody listens any more
    auto ended = command.run(Invocation{command, line, environment, console});
    if (!ended && ended.error().id == "answers.invalid" && !line.problems.empty()) {
        const Failure& wrong = ended.error(); // answers were read together with the command line
        return usage(wrong.id, wrong.what, wrong.why, remedy);
    }
    return ended;
}

bool wantsJson(const Words& words) {
    return std::ranges::count(words, "--json") > 0;
}

void show(const Failure& failure, bool json, Console& console) {
    if (json && console.out.stream())
        writeLine(failureDocument(failure), console.out); // also where lines are expected
    else
        showFailure(failure, console.errors);
}

/// Words without a command: what was meant is help or version, or nothing that is known.
Result<ExitCode> withoutCommand(const Words& words, const answers::Environment& environment,
                                Console& console) {
    bool onlyShows = true;
    if (words.empty())
        if (auto failure = openWizard(environment))
            return fail(std::move(*failure));
    if (std::ranges::count(words, "--version") > 0)
        return call({findCommand("version"), {}}, {}, console, onlyShows);
    const bool asked = wantsHelp(words);
    if (!asked && std::ranges::any_of(words, [](const std::string& word) { return word != "--json"; }))
        return unknownCommand("", words.front());
    showShortHelp(asked ? console.out : console.errors);
    return asked ? ExitCode::success : ExitCode::usage;
}

/// The engine's output is for a program too.
bool isForProgram(const Words& words) {
    return wantsJson(words) || (!words.empty() && words.front() == "engine");
}

/// As it would be written on the console.
std::string asText(const std::function<void(Page&)>& write, bool practice, bool json) {
    std::ostringstream text;
    const Page plain(text, unbroken, false);
    Console console{.out = plain, .errors = plain};
    if (practice)
        markAsPractice(console, json);
    write(console.out);
    return text.str();
}

/// A bug, or that the system gives no more of what everything needs.
Failure unexpected(const std::exception& error) {
    return host::exhausted(error).value_or(Failure{ExitCode::internalError, "internal.bug", "Setup has a bug",
                                                   error.what(),
                                                   "Please report it, with the log of this run."});
}

} // namespace

void obeySignals(const Words& words, const Console& console) {
    const Failure failure = host::cancelled();
    host::LastWords last;
    last.exitCode = static_cast<int>(failure.code);
    if (isForProgram(words)) {
        last.output =
            asText([&](Page& page) { writeLine(failureDocument(failure), page); }, console.practice, true);
    } else {
        const std::string newLine = console.errorsIsTerminal ? "\r\x1b[K" : "";
        last.errors =
            newLine + asText([&](Page& page) { showFailure(failure, page); }, console.practice, false);
        last.whileChanging = newLine + asText(
                                           [](Page& page) {
                                               page.line("Cancelling: the run is rolled back as soon as the "
                                                         "current action has ended.");
                                           },
                                           console.practice, false);
    }
    host::endSoonAfterSignals(std::move(last));
}

namespace {

Ended runAndTell(const Words& words, const answers::Environment& environment, Console& console) {
    bool onlyShows = true;
    try {
        const auto found = findCall(words);
        const Result<ExitCode> ended = !found           ? fail(found.error())
                                       : found->command ? call(*found, environment, console, onlyShows)
                                                        : withoutCommand(found->words, environment, console);
        if (ended)
            return {*ended, onlyShows};
        show(ended.error(), wantsJson(words), console);
        return {ended.error().code, false};
    } catch (const std::exception& error) {
        const Failure failure = unexpected(error);
        show(failure, wantsJson(words), console);
        return {failure.code, false};
    }
}

} // namespace

ExitCode run(const Words& words, const answers::Environment& environment, Console& console) {
    return delivered(runAndTell(words, environment, console), console);
}

} // namespace bes::app
