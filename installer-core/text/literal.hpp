// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

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

} // namespace bes
