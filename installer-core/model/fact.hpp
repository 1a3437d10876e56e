// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

namespace bes {

/// A value that was read from the world, or the reason why it could not be. Unknown is not yes.
template<class T>
class Fact {
public:
    Fact() : reason_("not looked at") {}
    Fact(T value) : value_(std::move(value)) {} // NOLINT: a known value is a fact

    [[nodiscard]] static Fact unknown(std::string reason) {
        Fact fact;
        fact.reason_ = std::move(reason);
        return fact;
    }

    [[nodiscard]] bool known() const { return value_.has_value(); }

    /// Throws std::logic_error when unknown: ask known() first.
    [[nodiscard]] const T& value() const {
        if (!value_)
            throw std::logic_error("value of an unknown fact: " + reason_);
        return *value_;
    }

    /// Why it is unknown; empty when known.
    [[nodiscard]] const std::string& reason() const { return reason_; }

    bool operator==(const Fact&) const = default;

private:
    std::optional<T> value_;
    std::string reason_;
};

} // namespace bes
