// SPDX-License-Identifier: Apache-2.0
#include "report/contents.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "model/json_text.hpp"
#include "report/fit_to_send.hpp"
#include "text/lists.hpp"
#include "text/quantities.hpp"

namespace bes::report {

void Contents::addDocument(Entry entry, const Json& document) {
    take(std::move(entry), formatDocument(documentFitToSend(document, people_)));
}

void Contents::add(Entry entry, std::string_view text) {
    take(std::move(entry), fitToSend(text, people_));
}

void Contents::take(Entry entry, std::string content) {
    entry.name = fitToSend(entry.name, people_);
    if (const auto found = secrets_.foundIn(content); !found.empty())
        return miss(entry.name, "left out, because it contains " + joined(found, " and "));
    if (content.empty())
        return miss(entry.name, "empty");
    files_.push_back({std::move(entry), std::move(content)});
}

void Contents::miss(std::string what, std::string_view why) {
    std::string reason = fitToSend(why, people_);
    if (!secrets_.foundIn(reason).empty())
        reason = "the reason is left out, because it contains a secret";
    missing_.push_back({std::move(what), std::move(reason)});
}

void Contents::explain(const std::vector<std::string>& introduction) {
    std::string text;
    for (const std::string& line : introduction)
        text += line + "\n";
    text += "\nWhat is in it:\n\n";
    for (const File& file : files_) {
        text += fmt::format("  {:<40} {:>10}  {}\n", file.name,
                            formatBytes(file.content.size(), Rounding::up), file.about);
        if (!file.leftOut.empty())
            text += fmt::format("  {:<40} {:>10}  left out: {}\n", "", "", file.leftOut);
    }
    if (!missing_.empty())
        text += "\nWhat is not in it:\n\n";
    for (const Missing& missing : missing_)
        text += fmt::format("  {:<40} {}\n", missing.what, missing.why);
    text += fmt::format("\nPlaceholders for people: {}.\n", people_.count());
    const std::size_t missed = missing_.size();
    take({"README.txt", "what this is, and what is in it"}, std::move(text));
    if (missing_.size() == missed)
        std::ranges::rotate(files_, files_.end() - 1);
}

EndOfText endOf(std::string text, std::size_t longest) {
    if (text.size() <= longest)
        return {std::move(text), {}};
    const std::size_t cut = text.find('\n', text.size() - longest);
    const std::size_t left = cut == std::string::npos ? text.size() - longest : cut + 1;
    std::string note = fmt::format("the first {}", formatBytes(left, Rounding::down));
    return {fmt::format("[{} of this file are left out]\n", note) + text.substr(left), std::move(note)};
}

} // namespace bes::report
