// SPDX-License-Identifier: Apache-2.0
#include "domino/probe_protocol.hpp"

#include <algorithm>
#include <stdexcept>

#include "model/domino/json_fields.hpp"
#include "model/domino/replies_json.hpp"
#include "model/json_text.hpp"

namespace bes::domino {

void fields(auto& list, ProbeStart& it) {
    list("program_folder", it.programFolder);
    list("notes_ini", it.notesIni);
    list("folder", it.folder);
    list("account", it.account);
    list("primary", it.primary);
    list("own", it.own);
    list("questions", it.questions);
}

namespace {

std::string oneLine(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// All lines have one schema.
Json laterLine() {
    return {{"$schema", schemaName("domino-probe", probeFormatVersion)}};
}

void takeStart(const Json& line, ProbeReport& report) {
    expectDocument(line, probeFormat, probeFormatVersion);
    ProbeStart start;
    read(line, start);
    report.start = std::move(start);
}

void takeAnswer(const Json& line, ProbeReport& report) {
    Question question;
    read(line, question);
    visitReply(report, question, [&]<class T>(Reply<T>& answer) { answer = readReply<T>(line); });
    report.answered.push_back(question);
}

void takeEnd(const Json& line, ProbeReport& report) {
    if (!line.at("complete").get<bool>() ||
        wholeNumber<std::size_t>(line.at("answers")) != report.answered.size())
        throw std::invalid_argument("the last line counts a different number of answers");
    report.complete = true;
}

void take(const Json& line, ProbeReport& report) {
    if (line.contains("format"))
        takeStart(line, report);
    else if (!report.start)
        throw std::invalid_argument("the first line is missing");
    else if (line.contains("complete"))
        takeEnd(line, report);
    else
        takeAnswer(line, report);
}

tl::unexpected<Failure> noLine(std::string_view line, const std::string& why) {
    constexpr std::size_t shown = 80;
    const std::string start = visible(oneLine(Json(std::string(line.substr(0, shown)))));
    return fail(ExitCode::domino, "domino.probe-output", "The probe wrote an invalid answer",
                start + (line.size() > shown ? "…: " : ": ") + shownText(why, longestReason),
                "Use the probe that came with this version of setup. If you do, report this line");
}

} // namespace

std::optional<Question> interruptedAt(const ProbeReport& report) {
    if (report.complete || !report.start)
        return std::nullopt;
    const auto& questions = report.start->questions;
    const auto open = std::ranges::find_if(questions, [&](const Question& question) {
        return std::ranges::find(report.answered, question) == report.answered.end();
    });
    return open == questions.end() ? std::nullopt : std::optional(*open);
}

std::string startLine(const ProbeStart& start) {
    Json line = document(probeFormat, probeFormatVersion);
    ProbeStart copy = start;
    line.update(written(copy));
    return oneLine(line);
}

std::string answerLine(const ProbeReport& report, const Question& question) {
    Question copy = question;
    Json line = laterLine();
    line.update(written(copy));
    visitReply(report, question, [&](const auto& answer) { writeReply(line, answer); });
    return oneLine(line);
}

std::string secondsOf(std::chrono::milliseconds time) {
    const std::string thousandths = std::to_string(1000 + time.count() % 1000);
    return std::to_string(time.count() / 1000) + "." + thousandths.substr(1);
}

std::string endLine(const ProbeReport& report) {
    Json line = laterLine();
    line["complete"] = true;
    line["answers"] = report.answered.size();
    return oneLine(line);
}

Result<void> readLine(std::string_view line, ProbeReport& report) {
    try {
        take(parseForeignJson(line, {.cleaned = true}), report);
        return {};
    } catch (const nlohmann::json::exception& error) {
        return noLine(line, error.what());
    } catch (const std::invalid_argument& error) {
        return noLine(line, error.what());
    }
}

} // namespace bes::domino
