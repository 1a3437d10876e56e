// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <initializer_list>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "report/text_set.hpp"

namespace bes::report {

/// Takes people's names out of texts that leave the computer. A person has the same placeholder in all of
/// them ("person-1"), so that a reader still sees what belongs together. Names that are known are found
/// wherever they stand as words of their own; others by their form: mail addresses, canonical names of Notes,
/// state databases and mail files (which are called like their users), home folders, who started a run.
class People {
public:
    /// What is called so stays, whoever else is called so: servers, computers, accounts of services.
    void keep(std::string_view name);

    /// A person of several names: all of them get one placeholder. Call keep() first.
    void know(std::initializer_list<std::string_view> names);

    [[nodiscard]] std::string withoutNames(std::string_view text);

    /// How many placeholders were given.
    [[nodiscard]] std::size_t count() const { return given_; }

private:
    using Numbers = std::map<std::string, std::size_t, std::less<>>;

    [[nodiscard]] bool kept(std::string_view name) const;
    /// Of somebody whose name only its form tells.
    [[nodiscard]] std::string placeholderOf(std::string_view name);
    [[nodiscard]] std::string placeholder(std::size_t person);
    [[nodiscard]] std::string withoutKnown(std::string_view text);
    [[nodiscard]] std::string withoutForms(std::string_view text);
    void addWithoutForms(std::string_view line, std::string& left);

    std::set<std::string, std::less<>> kept_; ///< in small letters
    std::deque<std::string> names_;           ///< of known persons: their memory does not move
    TextSet known_;                           ///< → the person
    Numbers unknown_;                         ///< in small letters → the person
    std::size_t persons_ = 0;
    std::map<std::size_t, std::size_t> shown_; ///< the person → the number in the placeholder
    std::size_t given_ = 0;
};

/// A piece of a text that names a person by its form.
struct NameFound {
    std::size_t begin = 0;
    std::size_t length = 0; ///< 0: there is none

    [[nodiscard]] std::size_t end() const { return begin + length; }
};
/// What is to be replaced and begins at or behind `place`, or the whole of which does: the first one.
[[nodiscard]] NameFound findNameByForm(std::string_view text, std::size_t place);

} // namespace bes::report
