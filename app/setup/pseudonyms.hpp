// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/secret.hpp"

namespace bes::app {

/// Takes what names a person, and every secret that is known, out of texts that leave the computer. The same
/// person has the same pseudonym in all of them ("person-1"), so that a reader still sees what belongs
/// together.
class Pseudonyms {
public:
    /// Accounts that are not people's: "root" and those of services.
    explicit Pseudonyms(std::vector<std::string> systemAccounts);

    /// A name that is replaced wherever it stands as a word of its own.
    void addPerson(const std::string& name);
    void addSecret(Secret secret) { secrets_.push_back(std::move(secret)); }

    /// Also home folders, state databases (BES\State\NAME.nsf, which are called like users), passwords in
    /// URLs, and sealed secrets.
    [[nodiscard]] std::string in(std::string text);

    [[nodiscard]] std::size_t people() const { return names_.size(); }

private:
    [[nodiscard]] const std::string& pseudonymOf(const std::string& name);
    void replaceStateDatabases(std::string& text);
    void replaceHomes(std::string& text);
    void replaceNames(std::string& text) const;

    std::vector<std::string> systemAccounts_;
    std::map<std::string, std::string> names_; ///< → pseudonym
    std::vector<Secret> secrets_;
};

} // namespace bes::app
