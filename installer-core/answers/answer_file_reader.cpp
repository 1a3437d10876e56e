// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "answers/answer_sources.hpp"
#include "answers/declaration.hpp"
#include "answers/text_rules.hpp"
#include "host/given_file.hpp"
#include "host/others_write.hpp"
#include "host/root.hpp"
#include "model/system_words.hpp"
#include "model/try.hpp"
#include "text/letters.hpp"
#include "text/path_text.hpp"

namespace bes::answers {
namespace {

constexpr std::uint64_t sizeLimit = 1u << 20;

/// Reads an answer file line by line.
class FileReader {
public:
    explicit FileReader(const std::filesystem::path& file)
        : fileName_(utf8(file.filename())), base_((workingFolder() / file).parent_path()) {}

    Reading read(std::string_view content) {
        if (content.starts_with("\xEF\xBB\xBF"))
            content.remove_prefix(3);
        while (!content.empty()) {
            const std::size_t end = std::min(content.find('\n'), content.size());
            takeLine(content.substr(0, end));
            content.remove_prefix(std::min(end + 1, content.size()));
        }
        return std::move(reading_);
    }

private:
    void takeLine(std::string_view line) {
        ++line_;
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (!isUtf8(line)) {
            problem("is not UTF-8 text");
            return;
        }
        line = trimmed(withoutComment(line));
        if (line.empty())
            return;
        if (line.starts_with('['))
            takeSection(line);
        else if (const std::size_t equals = line.find('='); equals != std::string_view::npos)
            takeKey(std::string(trimmed(line.substr(0, equals))), trimmed(line.substr(equals + 1)));
        else
            // the line is not shown: it may be a secret that lost its key
            problem("is not a [section], key = value or comment");
    }

    void takeSection(std::string_view line) {
        if (!line.ends_with(']')) {
            problem("begins a section without a closing ]");
            return;
        }
        section_ = trimmed(line.substr(1, line.size() - 2));
    }

    void takeKey(const std::string& key, std::string_view text) {
        const std::string name = section_.empty() ? key : section_ + "." + key;
        const Declaration* declaration = findDeclaration(name);
        if (!declaration) {
            const auto near = nearest(name, allAnswers());
            reading_.problems.push_back("unknown key " + name + where(line_) +
                                        (near ? "; did you mean " + *near + "?" : ""));
            return;
        }
        const auto [before, isNew] = lines_.emplace(name, line_);
        if (!isNew) {
            reading_.problems.push_back(name + " is given twice: in lines " + std::to_string(before->second) +
                                        " and " + std::to_string(line_) + " of " + fileName_);
            return;
        }
        // the items of a list have quotes of their own
        const auto value = declaration->answer.repeatable ? std::string(text) : unquoted(text);
        if (!value)
            problem("has quotes that do not enclose the whole value");
        else if (!value->empty())
            reading_.answers.push_back({name, {*value}, name + where(line_), base_, Origin::file});
    }

    void problem(const std::string& sentence) {
        reading_.problems.push_back("line " + std::to_string(line_) + " of " + fileName_ + " " + sentence);
    }

    [[nodiscard]] std::string where(std::size_t line) const {
        return " in line " + std::to_string(line) + " of " + fileName_;
    }

    std::string fileName_;
    std::filesystem::path base_;
    std::string section_;
    std::size_t line_ = 0;
    std::map<std::string, std::size_t> lines_; ///< where each key stands
    Reading reading_;
};

bool isUtf16(std::string_view content) {
    return content.starts_with("\xFF\xFE") || content.starts_with("\xFE\xFF");
}

} // namespace

Result<Reading> readAnswerFile(const std::filesystem::path& file) {
    TRY(host::expectNoOtherWriter(
        file, host::ownAndCallingAccounts(),
        {ExitCode::usage, "answers.others-write", "The answer file " + utf8(file) + " is not used", "",
         "Its answers control what " + administratorOf(host::thisSystem()) + " does"}));
    auto content = host::readGivenFile(file, sizeLimit);
    if (!content)
        return fail(
            ExitCode::usage, "answers.file", "Setup can't read the answer file",
            utf8(file) + ": " + content.error().why,
            {"Choose a readable answer file, or create one", {}, "bes-standby-setup answers new FILE"});
    if (isUtf16(*content))
        return fail(ExitCode::usage, "answers.file", "Setup can't read the answer file",
                    utf8(file) + " is UTF-16 text", "Save it as UTF-8.");
    Reading reading = FileReader(file).read(*content);
    overwrite(*content); // there may be secrets in it
    return reading;
}

} // namespace bes::answers
