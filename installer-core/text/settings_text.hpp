// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace bes {

/// A text that stands in our own source. It can be made of nothing that comes from outside: a writer that
/// takes it for keys, and for what it writes as it is, can't be handed anything else.
class Literal {
public:
    consteval Literal(const char* text) : text_(text) {} // NOLINT: a literal is one
    [[nodiscard]] constexpr std::string_view view() const { return text_; }

private:
    std::string_view text_;
};

/// Writes the text of an ini file. Every text from outside was looked at where it entered; here nothing gets
/// through once more: a value that is not one line of UTF-8 without control characters throws
/// std::invalid_argument, because it could become a line of its own.
class SettingsText {
public:
    /// Whole lines as they stand, each with its line break.
    void lines(Literal text);
    void blank();
    void section(Literal name);
    void set(Literal key, std::string_view value);
    void set(Literal key, Literal value) { line(key, value.view()); }

    [[nodiscard]] std::string take() { return std::move(text_); }

private:
    void line(Literal key, std::string_view value);

    std::string text_;
};

/// The value; throws std::invalid_argument, naming the key, where it is not fit to be one line.
[[nodiscard]] std::string_view fitForLine(std::string_view key, std::string_view value);

} // namespace bes
