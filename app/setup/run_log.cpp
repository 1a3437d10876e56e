#include "run_log.hpp"

#include <algorithm>
#include <chrono>
#include <mutex>
#include <span>

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/base_sink.h>
#include <spdlog/spdlog.h>

#include "host/safe_path.hpp"
#include "journal/run_id.hpp"
#include "output/text.hpp"

namespace bes::app {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t logsKept = 20;
constexpr unsigned folderMode = 0750;
constexpr unsigned fileMode = 0640;

/// install-20261122T174125.123Z.log: names sort by time
std::string fileName(const std::string& command) {
    using namespace std::chrono;
    const auto now = system_clock::now();
    const auto milliseconds = duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count() % 1000;
    return fmt::format("{}-{:%Y%m%dT%H%M%S}.{:03}Z.log", command, fmt::gmtime(now), milliseconds);
}

/// The log's folder and those above it that are missing.
Result<void> makeFolders(const host::Root& root, const fs::path& folder) {
    fs::path made;
    for (const fs::path& name : folder.relative_path()) {
        made /= name;
        if (auto there = host::makeFolder(root, made, made == folder.relative_path() ? folderMode : 0755);
            !there)
            return there;
    }
    return {};
}

/// All but the newest ones.
void removeOldLogs(const fs::path& folder, const std::string& command) {
    std::vector<fs::path> logs;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with(command + "-") && name.ends_with(".log") && entry.is_regular_file(error))
            logs.push_back(entry.path());
    }
    std::ranges::sort(logs);
    for (std::size_t i = 0; i + logsKept < logs.size(); ++i)
        fs::remove(logs[i], error);
}

fs::path freshTemporaryFolder() {
    return fs::temp_directory_path() / ("bes-standby-setup-" + journal::newRunId());
}

/// Into the file that was made, whatever is called so later.
class FileSink final : public spdlog::sinks::base_sink<std::mutex> {
public:
    explicit FileSink(host::NewFile file) : file_(std::move(file)) {}

private:
    void sink_it_(const spdlog::details::log_msg& message) override {
        spdlog::memory_buf_t text;
        formatter_->format(message, text);
        // a disk that has become full is no reason to stop, and the console is not the place to say so
        (void)file_.write(std::as_bytes(std::span(text.data(), text.size())));
    }
    void flush_() override {}

    host::NewFile file_;
};

std::shared_ptr<spdlog::logger> logInto(host::NewFile file) {
    auto logger = std::make_shared<spdlog::logger>("run", std::make_shared<FileSink>(std::move(file)));
    auto pattern = std::make_unique<spdlog::pattern_formatter>("%Y-%m-%dT%H:%M:%S.%eZ %v",
                                                               spdlog::pattern_time_type::utc);
    logger->set_formatter(std::move(pattern));
    logger->set_error_handler([](const std::string&) {});
    return logger;
}

} // namespace

RunLog::RunLog(host::Root root, std::string command, Page& warnings)
    : root_(std::move(root)), command_(std::move(command)), warnings_(warnings) {
}

RunLog::~RunLog() = default;

fs::path RunLog::folder() {
    return "/var/log/bes-standby-setup";
}

void RunLog::open() {
    if (logger_)
        return;
    auto opened = makeFolders(root_, folder()).and_then([&] { return openIn(root_, folder()); });
    if (opened)
        removeOldLogs(file_.parent_path(), command_); // a folder where nobody else can write
    else
        openElsewhere(fmt::format("no log can be written in {}: {}: {}", root_(folder()).string(),
                                  opened.error().what, opened.error().why));
    for (const std::string& sentence : std::exchange(waiting_, {}))
        say(sentence);
}

Result<void> RunLog::openIn(const host::Root& root, const fs::path& folder) {
    const fs::path file = folder / fileName(command_);
    return host::createOwnFile(root, file, fileMode).map([&](host::NewFile made) {
        logger_ = logInto(std::move(made));
        file_ = root(file);
    });
}

void RunLog::openElsewhere(const std::string& reason) {
    const fs::path fresh = freshTemporaryFolder();
    // where that does not succeed either there is none
    (void)host::makeFolder(host::Root(), fresh, 0700).and_then([&] { return openIn(host::Root(), fresh); });
    warnings_.line(Row{{"warning: ", Tone::warning}, reason});
    warnings_.line(file_.empty() ? "There is no log of this run."
                                 : fmt::format("The log of this run is {}", file_.string()),
                   9);
}

void RunLog::say(const std::string& sentence) {
    if (!logger_)
        waiting_.push_back(sentence);
    else
        for (const std::string& line : wrapped(sentence, std::string::npos))
            logger_->info("{}", visible(line));
}

void RunLog::say(const std::vector<Finding>& findings) {
    for (const Finding& finding : findings)
        say(fmt::format("found before the run: {} {}: {}{}{}", finding.id, toString(finding.severity),
                        finding.title, finding.evidence.empty() ? "" : ": ", finding.evidence));
}

void RunLog::say(const Failure& failure) {
    say(fmt::format("failure {}: {}\nwhy: {}\nremedy: {}", failure.id, failure.what, failure.why,
                    failure.remedy));
}

void LoggingProgress::started(std::size_t steps, std::uint64_t totalWeight) {
    log_.open();
    log_.say(fmt::format("begin: {} steps", steps));
    next_.started(steps, totalWeight);
}

void LoggingProgress::stepStarted(std::size_t index, std::string_view id, std::string_view title) {
    log_.say(fmt::format("step {} {}: {}", index + 1, id, title));
    next_.stepStarted(index, id, title);
}

void LoggingProgress::stepFinished(std::size_t index, std::string_view id) {
    log_.say(fmt::format("done {} {}", index + 1, id));
    next_.stepFinished(index, id);
}

void LoggingProgress::undoStarted(std::string_view reason) {
    log_.open();
    log_.say(fmt::format("undo: {}", reason));
    next_.undoStarted(reason);
}

void LoggingProgress::stepUndone(std::string_view id, std::string_view title) {
    log_.say(fmt::format("undone {}: {}", id, title));
    next_.stepUndone(id, title);
}

void LoggingProgress::note(std::string_view sentence) {
    log_.say(std::string(sentence));
    next_.note(sentence);
}

} // namespace bes::app
