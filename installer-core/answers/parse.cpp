// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "answers/answer_sources.hpp"
#include "answers/declaration.hpp"
#include "answers/fields.hpp"
#include "answers/request_rules.hpp"
#include "answers/secret_reference.hpp"
#include "answers/text_rules.hpp"
#include "answers/usual_request.hpp"
#include "host/private_file.hpp"
#include "model/server.hpp"
#include "model/try.hpp"
#include "text/letters.hpp"
#include "text/lists.hpp"
#include "text/path_text.hpp"
#include "text/visible.hpp"

namespace bes::answers {
namespace {

using Chosen = std::map<std::string, Given>; ///< name of the answer → what counts

/// The single values: for a repeatable answer each text is a list.
Result<std::vector<std::string>> valuesOf(const Answer& answer, const Given& given) {
    if (!answer.repeatable)
        return given.values;
    std::vector<std::string> values;
    for (const std::string& text : given.values) {
        const auto parts = splitList(text);
        if (!parts)
            return fail(ExitCode::usage, "", "", "has quotes that do not enclose a whole value of the list",
                        "");
        values.insert(values.end(), parts->begin(), parts->end());
    }
    return values;
}

/// Makes a Request of the chosen answers and collects what is wrong with them.
class RequestMaker {
public:
    explicit RequestMaker(const Chosen& chosen) : chosen_(chosen) {
        result.request = usualRequest(host::thisSystem());
        const auto allow = chosen.find(std::string(allowPlainSecrets));
        allowPlain_ = allow != chosen.end() && parseSwitch(allow->second.values.front()).value_or(false);
    }

    void make() {
        for (const auto& [name, given] : chosen_)
            if (const auto problem = take(*findDeclaration(name), given))
                problems.push_back(given.place + (given.place.ends_with(':') ? " " : ": ") + *problem);
        checkTogether();
    }

    /// A file that plain secrets stand in is for its owner's eyes only.
    void checkPrivacy(const std::filesystem::path& file) {
        for (const auto& [name, secret] : result.plainSecrets)
            if (chosen_.at(name).origin == Origin::file && !host::isPrivate(file))
                problems.push_back(chosen_.at(name).place +
                                   ": other users of this computer can read or change the file; run: " +
                                   host::commandForPrivacy(file));
    }

    Answers result;
    std::vector<std::string> problems;

private:
    std::optional<std::string> take(const Declaration& declaration, const Given& given) {
        const Answer& answer = declaration.answer;
        for (const std::string& text : given.values)
            if (auto problem = wrongText(text))
                return problem;
        auto values = valuesOf(answer, given);
        if (!values)
            return values.error().why;
        if (values->empty())
            return std::nullopt;
        for (const std::string& value : *values)
            if (auto problem = wrongChoice(answer, value))
                return problem;
        if (answer.secret) {
            auto reference = takeSecret(given, allowPlain_, result.plainSecrets);
            if (!reference)
                return reference.error().why;
            values = std::vector{*reference};
        }
        return declaration.field.set(result.request, *values, given.base);
    }

    /// Answers that are right one by one and wrong together.
    void checkTogether() {
        Request& request = result.request;
        checkDatabase(request.database);
        if (request.root.has_relative_path())
            request.root = realFolder(request.root);
        if (const auto wrong = wrongRoot(request.root, host::thisSystem()))
            problems.push_back("target.root " + *wrong);
        if (!isUtf8(utf8(request.root)))
            problems.emplace_back("target.root leads to a folder whose name is not valid UTF-8");
        if (!request.computer.empty() && request.onRunningSystem())
            problems.emplace_back("standby.computer is for an image: it requires target.root");
        if (!request.primary.empty() && sameName(request.primary, request.standbyName()))
            problems.emplace_back("standby.name and primary.name are the same");
        for (const std::string& id : request.add)
            if (std::ranges::count(request.omit, id) > 0)
                problems.push_back(id + " is in components.add and in components.omit");
    }

    /// What means nothing is an oversight: the database would be another one than was meant.
    void checkDatabase(const DatabaseAddress& database) {
        for (const auto& [name, given] : chosen_) {
            const Answer& answer = findDeclaration(name)->answer;
            const bool tolerated =
                name == "database.user"; // sqlite has no accounts, an older file may name one
            if (!tolerated && !answer.meansSomethingWith(database.backend))
                problems.push_back(given.place + (given.place.ends_with(':') ? " " : ": ") + name +
                                   " has no effect with database.backend " + database.backend +
                                   ", only with " + joined(answer.onlyWith, " or "));
        }
        if (database.tls == "require-tls1.0" && database.backend != "sqlserver")
            problems.emplace_back("database.tls require-tls1.0 is for sqlserver only");
        if (database.integrated && !database.user.empty())
            problems.emplace_back("database.user has no effect with database.integrated");
        const bool unused = !database.tls.starts_with("verify");
        if (!database.caFile.empty() && unused)
            problems.push_back("database.ca-file has no effect with database.tls " + database.tls +
                               ", which verifies no certificate");
    }

    /// A link to "/" is the running system, not an image.
    static std::filesystem::path realFolder(const std::filesystem::path& folder) {
        std::error_code error;
        auto real = std::filesystem::weakly_canonical(folder, error);
        return error ? folder : real;
    }

    const Chosen& chosen_;
    bool allowPlain_ = false;
};

/// Variables that secrets are in.
std::vector<std::string> secretVariables(const Sources& sources, const std::vector<Given>& fromFile) {
    std::vector<std::string> names;
    const auto look = [&](const std::string& name, std::string_view value) {
        if (findDeclaration(name)->answer.secret && value.starts_with(environmentPrefix))
            names.emplace_back(value.substr(environmentPrefix.size()));
    };
    for (const auto& list : {sources.commandLine.answers, fromFile})
        for (const Given& given : list)
            for (const std::string& value : given.values)
                look(given.name, value);
    for (const Answer& answer : declaredAnswers())
        if (const auto found = sources.environment.find(environmentName(answer.name));
            found != sources.environment.end())
            look(answer.name, found->second.reveal());
    return names;
}

tl::unexpected<Failure> invalid(const std::vector<std::string>& problems, bool onlyCommandLine) {
    std::string lines;
    for (const std::string& problem : problems)
        lines += (lines.empty() ? "" : "\n") + visible(problem);
    return fail(
        ExitCode::usage, "answers.invalid",
        onlyCommandLine        ? "The command line is wrong"
        : problems.size() == 1 ? "An answer is wrong"
                               : std::to_string(problems.size()) + " answers are wrong",
        lines,
        {"Correct these answers. A new answer file shows every key", {}, "bes-standby-setup answers new"});
}

void append(std::vector<std::string>& to, const std::vector<std::string>& from) {
    to.insert(to.end(), from.begin(), from.end());
}

} // namespace

Result<Answers> parse(const Sources& sources) {
    Reading file;
    if (sources.file) {
        TRY_ASSIGN(file, readAnswerFile(*sources.file));
    }
    const Reading environment = readEnvironment(sources.environment, secretVariables(sources, file.answers));

    Chosen chosen;
    for (const auto& answers : {sources.commandLine.answers, environment.answers, file.answers})
        for (const Given& given : answers)
            chosen.emplace(given.name, given); // what came first stays

    RequestMaker maker(chosen);
    maker.make();
    if (sources.file)
        maker.checkPrivacy(*sources.file);
    std::vector<std::string> problems = sources.commandLine.problems;
    append(problems, environment.problems);
    append(problems, file.problems);
    append(problems, maker.problems);
    if (!problems.empty())
        return invalid(problems, problems.size() == sources.commandLine.problems.size());
    return std::move(maker.result);
}

std::optional<std::string> takeAnswer(Request& request, std::string_view name, const std::string& text) {
    const Declaration& declaration = *findDeclaration(name);
    const std::string& given = text.empty() ? declaration.answer.defaultValue : text;
    if (auto problem = wrongText(given))
        return problem;
    if (auto problem = wrongChoice(declaration.answer, given))
        return problem;
    Request changed = request;
    if (auto problem = declaration.field.set(changed, {given}, topFolder()))
        return problem;
    request = std::move(changed);
    return std::nullopt;
}

namespace {

/// A switch that the answer names makes it needless.
bool isNeedless(const Answer& answer, const Request& request) {
    return !answer.unless.empty() &&
           findDeclaration(answer.unless)->field.get(request) == std::vector<std::string>{"yes"};
}

} // namespace

std::vector<std::string> missingAnswers(const Request& request) {
    std::vector<std::string> names;
    for (const Declaration& declaration : declarations())
        if (declaration.answer.required && declaration.answer.meansSomethingWith(request.database.backend) &&
            !isNeedless(declaration.answer, request) && declaration.field.get(request).empty())
            names.push_back(declaration.answer.name);
    return names;
}

} // namespace bes::answers
