// SPDX-License-Identifier: Apache-2.0
#include "report/people.hpp"

#include <algorithm>

#include "text/letters.hpp"

namespace bes::report {
namespace {

std::string small(std::string_view text) {
    std::string all(text);
    std::ranges::transform(all, all.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return all;
}

/// Between others of these a name is a part of a word.
bool isPartOfWord(char c) {
    return isLetterOrDigit(c) || c == '_' || c == '-' || static_cast<unsigned char>(c) >= 0x80;
}

bool isWord(std::string_view text, std::size_t begin, std::size_t length) {
    const std::size_t end = begin + length;
    return (begin == 0 || !isPartOfWord(text[begin - 1])) && (end == text.size() || !isPartOfWord(text[end]));
}

} // namespace

void People::keep(std::string_view name) {
    if (!name.empty())
        kept_.insert(small(name));
}

bool People::kept(std::string_view name) const {
    return kept_.contains(small(name));
}

void People::know(std::initializer_list<std::string_view> names) {
    const std::size_t person = ++persons_;
    for (const std::string_view name : names) {
        if (name.size() < 2 || kept(name))
            continue;
        unknown_.emplace(small(name), person); // in other letters it is found by its form
        names_.emplace_back(name);
        known_.add(names_.back(), person);
    }
}

std::string People::placeholder(std::size_t person) {
    const auto [entry, isNew] = shown_.try_emplace(person, given_ + 1);
    if (isNew)
        ++given_;
    return "person-" + std::to_string(entry->second);
}

std::string People::placeholderOf(std::string_view name) {
    const auto [entry, isNew] = unknown_.try_emplace(small(name), persons_ + 1);
    if (isNew)
        ++persons_;
    return placeholder(entry->second);
}

std::string People::withoutNames(std::string_view text) {
    return withoutForms(withoutKnown(text));
}

std::string People::withoutKnown(std::string_view text) {
    if (known_.empty())
        return std::string(text);
    std::string left;
    left.reserve(text.size());
    for (std::size_t place = 0; place < text.size();) {
        const auto match =
            place == 0 || !isPartOfWord(text[place - 1]) ? known_.at(text, place) : TextSet::Match();
        if (match.length > 0 && isWord(text, place, match.length)) {
            left += placeholder(match.number);
            place += match.length;
        } else {
            left += text[place++];
        }
    }
    return left;
}

/// Line by line: each form is looked for up to the end of what it is given.
std::string People::withoutForms(std::string_view text) {
    std::string left;
    left.reserve(text.size());
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n') + 1);
        const std::string_view taken = line.empty() ? text : line;
        addWithoutForms(taken, left);
        text.remove_prefix(taken.size());
    }
    return left;
}

void People::addWithoutForms(std::string_view line, std::string& left) {
    std::size_t done = 0;
    for (NameFound found = findNameByForm(line, 0); found.length > 0;
         found = findNameByForm(line, found.end())) {
        const std::string_view name = line.substr(found.begin, found.length);
        left.append(line.substr(done, found.begin - done));
        left += kept(name) || name.starts_with("person-") ? std::string(name) : placeholderOf(name);
        done = found.end();
    }
    left.append(line.substr(done));
}

} // namespace bes::report
