// SPDX-License-Identifier: Apache-2.0
#include "pseudonyms.hpp"

#include <algorithm>

#include "model/redacted.hpp"
#include "model/server.hpp"

namespace bes::app {
namespace {

/// Letters, digits and what account names may have: between others a name is a word.
bool isPartOfName(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || static_cast<unsigned char>(c) >= 0x80;
}

bool endsFolder(char c) {
    return c == '/' || c == '\\' || c == '"' || c == '\n' || c == ':' || c == '\'' || c == ',' || c == ')';
}

/// Goes on behind what replaced it, so that nothing is replaced twice.
void replaceWord(std::string& text, const std::string& word, const std::string& by) {
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at)) {
        const std::size_t end = at + word.size();
        const bool alone =
            (at == 0 || !isPartOfName(text[at - 1])) && (end == text.size() || !isPartOfName(text[end]));
        if (alone)
            text.replace(at, word.size(), by);
        at += alone ? by.size() : 1;
    }
}

/// What begins with `begin` up to a character that can't be a part of it.
template<class IsEnd>
void replaceFrom(std::string& text, std::string_view begin, IsEnd isEnd, std::string_view by) {
    for (std::size_t at = text.find(begin); at != std::string::npos; at = text.find(begin, at)) {
        std::size_t end = at + begin.size();
        while (end < text.size() && !isEnd(text[end]))
            ++end;
        text.replace(at, end - at, by);
        at += by.size();
    }
}

void replacePasswordsInUrls(std::string& text) {
    for (std::size_t at = text.find("://"); at != std::string::npos; at = text.find("://", at)) {
        at += 3;
        std::size_t end = at;
        while (end < text.size() && text[end] != '@' && text[end] != '/' && text[end] != ' ' &&
               text[end] != '"' && text[end] != '\n')
            ++end;
        if (end < text.size() && text[end] == '@')
            text.replace(at, end - at, "***");
    }
}

} // namespace

Pseudonyms::Pseudonyms(std::vector<std::string> systemAccounts) : systemAccounts_(std::move(systemAccounts)) {
}

void Pseudonyms::addPerson(const std::string& name) {
    const bool isNumber = std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; });
    if (!isNumber && std::ranges::count(systemAccounts_, name) == 0)
        (void)pseudonymOf(name);
}

const std::string& Pseudonyms::pseudonymOf(const std::string& name) {
    const auto [entry, isNew] = names_.try_emplace(name);
    if (isNew)
        entry->second = "person-" + std::to_string(names_.size());
    return entry->second;
}

void Pseudonyms::replaceStateDatabases(std::string& text) {
    static constexpr std::string_view ending = ".nsf";
    for (std::size_t at = text.find(ending); at != std::string::npos; at = text.find(ending, at)) {
        std::size_t begin = at;
        while (begin > 0 && !endsFolder(text[begin - 1]))
            --begin;
        std::size_t folder = begin; // of a path in JSON the backslash is two
        while (folder > 0 && (text[folder - 1] == '\\' || text[folder - 1] == '/'))
            --folder;
        const bool isState =
            folder < begin && folder >= 5 && sameName(text.substr(folder - 5, 5), "state") && begin < at;
        if (isState) {
            const std::string by = pseudonymOf(text.substr(begin, at - begin));
            text.replace(begin, at - begin, by);
            at = begin + by.size();
        }
        at += ending.size();
    }
}

void Pseudonyms::replaceHomes(std::string& text) {
    static constexpr std::string_view homes = "/home/";
    for (std::size_t at = text.find(homes); at != std::string::npos; at = text.find(homes, at)) {
        at += homes.size();
        std::size_t end = at;
        while (end < text.size() && !endsFolder(text[end]) && text[end] != ' ')
            ++end;
        if (end == at)
            continue;
        const std::string by = pseudonymOf(text.substr(at, end - at));
        text.replace(at, end - at, by);
        at += by.size();
    }
}

void Pseudonyms::replaceNames(std::string& text) const {
    for (const auto& [name, pseudonym] : names_)
        replaceWord(text, name, pseudonym);
}

std::string Pseudonyms::in(std::string text) {
    for (const Secret& secret : secrets_)
        if (!secret.empty())
            text = redacted(text, secret);
    replacePasswordsInUrls(text);
    replaceFrom(
        text, "sealed:", [](char c) { return c == '"' || c == '\n' || c == ' ' || c == '\\'; }, "sealed");
    replaceStateDatabases(text);
    replaceHomes(text);
    replaceNames(text);
    return text;
}

} // namespace bes::app
