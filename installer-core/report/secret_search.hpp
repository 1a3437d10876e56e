// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/secret.hpp"
#include "report/text_set.hpp"

namespace bes::report {

/// The last guard of what leaves the computer: whether a text has one of the secrets that are known here, as
/// it is or in a writing that programs make of it: base64, percent-encoded, hexadecimal, UTF-16, escaped for
/// SQL or JSON, in capital or small letters, without hyphens.
class SecretSearch {
public:
    /// `name` is what is said where it is found: "the password of the database". False where it is too short
    /// to be told from other text: it is not looked for then.
    bool add(std::string name, const Secret& secret);

    /// The names of the secrets that are in the text, each once.
    [[nodiscard]] std::vector<std::string> foundIn(std::string_view text) const;

private:
    void addWritings(const Secret& secret, std::size_t number);
    void addText(std::string&& text, std::size_t number);

    std::vector<std::string> names_;
    std::vector<Secret> texts_; ///< what the set looks for: its memory does not move
    TextSet set_;
};

} // namespace bes::report
