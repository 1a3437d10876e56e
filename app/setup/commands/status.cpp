// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <chrono>

#include <fmt/chrono.h>

#include "command.hpp"
#include "commands/commands.hpp"
#include "commands/follow.hpp"
#include "domino/readiness.hpp"
#include "host/files.hpp"
#include "host/interruption.hpp"
#include "model/receipt.hpp"
#include "model/try.hpp"
#include "output/document.hpp"
#include "output/installed_view.hpp"
#include "output/metrics.hpp"
#include "output/status_json.hpp"
#include "output/waiting_note.hpp"
#include "setup.hpp"
#include "standby_status.hpp"
#include "text/path_text.hpp"
#include "text/utc.hpp"
#include "waiting.hpp"

namespace bes::app {
namespace po = boost::program_options;

namespace {

struct WatchTimes {
    std::chrono::seconds every{5};
    std::chrono::seconds limit{0}; ///< 0: until the standby is ready or the person stops it
};

using Clock = std::chrono::steady_clock;

std::string timeOfDay() {
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    return fmt::format("{:%H:%M:%S}", fmt::localtime(std::chrono::system_clock::to_time_t(now)));
}

/// Writes what has changed.
class Watcher {
public:
    explicit Watcher(const Invocation& invocation) : json_(invocation.json()), console_(invocation.console) {}

    void show(const domino::Readiness& readiness) {
        const std::string said = fmt::format("{} {}", toString(readiness.state), readiness.summary);
        const bool news = said != said_;
        said_ = said;
        Page& page = console_.out;
        if (json_) {
            Json line = document("readiness");
            line["time"] = utcNow();
            line.update(readinessJson(readiness));
            writeLine(line, page);
        } else if (console_.outIsTerminal) {
            page.stream() << "\r\x1b[K";
            for (const Cell& cell : readinessLine(readiness, timeOfDay()))
                page.stream() << page.styled(cell.text, cell.tone);
            page.stream() << std::flush;
        } else if (news) {
            page.line(readinessLine(readiness, timeOfDay()));
            page.stream() << std::flush;
        }
    }

    void end() {
        if (!json_ && console_.outIsTerminal)
            console_.out.stream() << '\n';
    }

private:
    bool json_;
    Console& console_;
    std::string said_;
};

/// Asks the Domino servers again and again how far the replication is, and says so: on a terminal in one line
/// that moves, else in a line for each change. Ends when the standby is ready, the limit has passed or Ctrl-C
/// is pressed, with the exit code of the last state.
ExitCode watch(const Invocation& invocation, const Receipt& receipt, const std::filesystem::path& root,
               const WatchTimes& times) {
    const std::stop_token stop = host::stopOnSignals();
    const Clock::time_point begin = Clock::now();
    const auto end = times.limit.count() == 0 ? Clock::time_point::max() : begin + times.limit;
    Watcher watcher(invocation);
    auto state = domino::ReadinessState::fault;
    for (Clock::time_point next = begin; !stop.stop_requested();) {
        const domino::Readiness readiness = bes::readiness(receipt, root, stop);
        if (stop.stop_requested())
            break; // that answer was cut off
        state = readiness.state;
        watcher.show(readiness);
        next = std::max(next + times.every, Clock::now());
        if (state == domino::ReadinessState::ready || next >= end || !waitUntil(next, stop))
            break;
    }
    watcher.end();
    return readinessCode(state);
}

Result<WatchTimes> watchTimes(const Invocation& invocation) {
    WatchTimes times;
    const auto read = [&](const char* option, std::chrono::seconds& into) -> bool {
        const auto text = invocation.line.value(option);
        if (!text || text->empty())
            return true;
        unsigned number = 0;
        const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
        into = std::chrono::seconds(number);
        return error == std::errc() && end == text->data() + text->size() && number > 0 && number <= 86400;
    };
    if (!read("every", times.every) || !read("limit", times.limit))
        return fail(ExitCode::usage, "command.line", "The command line of status is wrong",
                    "--every and --limit accept 1 to 86400 seconds", "See 'bes-standby-setup help status'.");
    return times;
}

ExitCode show(const Invocation& invocation, const StandbyStatus& status,
              const std::optional<domino::Readiness>& readiness) {
    if (invocation.json()) {
        write(statusDocument(status, readiness), invocation.console.out);
    } else {
        showStatus(status, invocation.console.out);
        if (readiness)
            showReadiness(*readiness, invocation.console.out);
    }
    return statusCode(status, readiness);
}

/// Whole or not at all, and for the collector's account too, whatever the umask. The exit code of a status is
/// in it, so the command succeeds: a timer that runs it does not fail for a standby that waits for
/// replication.
Result<ExitCode> writeMetrics(const std::string& file, const StandbyStatus& status,
                              const std::optional<domino::Readiness>& readiness) {
    const std::string text =
        formatMetrics(status, readiness, statusCode(status, readiness), std::time(nullptr));
    auto written = host::writeDurably(pathOf(file), text, 0644);
    if (written)
        return ExitCode::success;
    const Failure& failure = written.error();
    const std::string what = "The metrics can't be written to " + file;
    if (failure.code == ExitCode::diskSpace)
        return fail(failure.code, "status.metrics", what, failure.why, "Free space on that file system.");
    return fail(ExitCode::usage, "status.metrics", what, failure.why,
                {"Choose a file in a folder that exists and that this account can write.", {{"metrics"}}});
}

Result<void> expectOneKind(const answers::CommandLine& line) {
    std::size_t kinds = 0;
    for (const char* option : {"watch", "follow", "metrics"})
        kinds += line.has(option) ? 1 : 0;
    if (kinds < 2)
        return {};
    return fail(ExitCode::usage, "command.line", "The command line of status is wrong",
                "--watch, --follow and --metrics exclude each other", "Choose one of them.");
}

Result<ExitCode> statusCommand(const Invocation& invocation) {
    TRY_ASSIGN(const auto answers, invocation.answers());
    const auto& root = answers.request.root;
    if (std::error_code error; !std::filesystem::is_directory(root, error))
        return fail(ExitCode::usage, "status.root", "The folder " + utf8(root) + " does not exist",
                    error ? error.message() : "it is not a folder",
                    {"Choose the folder of an image.", {{"target.root"}}});
    TRY(expectOneKind(invocation.line));
    if (invocation.line.has("follow"))
        return followRun(invocation, root);
    TRY_ASSIGN(const auto standby, bes::status(root));
    TRY_ASSIGN(const auto times, watchTimes(invocation));
    const bool settled = standby.receipt && !standby.underWay;
    if (settled && invocation.line.has("watch"))
        return watch(invocation, *standby.receipt, root, times);
    std::optional<domino::Readiness> readiness;
    if (settled && !invocation.line.has("local")) {
        const WaitingNote note(invocation.console, "Querying the Domino servers ...");
        const std::stop_token stop = host::stopOnSignals();
        readiness = bes::readiness(*standby.receipt, root, stop);
        if (stop.stop_requested())
            return fail(host::cancelled());
    }
    if (const auto file = invocation.line.value("metrics"))
        return writeMetrics(*file, standby, readiness);
    return show(invocation, standby, readiness);
}

po::options_description statusOptions() {
    po::options_description options;
    auto add = options.add_options();
    add("local", "Check this computer only; don't query the Domino servers.");
    add("watch", "Repeat until every state database has its replica, and show the progress.");
    add("every", po::value<std::string>()->value_name("SECONDS"), "With --watch: interval. Default: 5.");
    add("limit", po::value<std::string>()->value_name("SECONDS"),
        "With --watch: stop after this time with the state reached. Default: no limit.");
    add("follow", "Show the run that is in progress, step by step, until it ends.");
    add("metrics", po::value<std::string>()->value_name("FILE"),
        "Write the status to this file for the textfile collector of Prometheus' node_exporter.");
    return options;
}

} // namespace

std::vector<Command> statusCommands() {
    return {
        {.name = "status",
         .summary = "Show the standby of this computer and the state of its services",
         .details =
             "Shows which services run, how many of the users' state databases have a replica on the "
             "standby, "
             "which ones wait for Domino to replicate, and which are behind. The exit code is for "
             "monitoring: "
             "0 the standby can take over, 25 replication is in progress, 26 something has a fault or is "
             "unknown, 22 no standby is installed, 20 a run of setup is in progress (status shows which one, "
             "and does not query the Domino servers). With --follow the exit code is that of the run, or 0 "
             "where "
             "none is in progress; an ordinary account sees who runs what, and 4 when that has ended, "
             "because the journal is for administrators only. With "
             "--metrics it is 0 when the file was written, and the file has the code of the status.",
         .options = statusOptions(),
         .answers = answers::answersIn({"target"}),
         .run = statusCommand,
         .onlyShows = true}};
}

} // namespace bes::app
