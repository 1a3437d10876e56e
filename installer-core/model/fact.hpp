// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

#include "model/remedy.hpp"

namespace bes {

/// A value that was read from the world, or the reason why it could not be. Unknown is not yes.
template<class T>
class Fact {
public:
    Fact() : Fact(Obstacle{"not looked at", {}}) {}
    Fact(T value) : value_(std::move(value)) {} // NOLINT: a known value is a fact

    /// \param remedy empty where the reader knows better
    [[nodiscard]] static Fact unknown(std::string reason, Remedy remedy = {}) {
        return Fact(Obstacle{std::move(reason), std::move(remedy)});
    }

    [[nodiscard]] bool known() const { return value_.has_value(); }

    /// Throws std::logic_error when unknown: ask known() first.
    [[nodiscard]] const T& value() const {
        if (!value_)
            throw std::logic_error("value of an unknown fact: " + obstacle_.reason);
        return *value_;
    }

    /// Why it is unknown; empty when known.
    [[nodiscard]] const std::string& reason() const { return obstacle_.reason; }
    /// What would make it known; empty: nothing is known that helps.
    [[nodiscard]] const Remedy& remedy() const { return obstacle_.remedy; }

    bool operator==(const Fact&) const = default;

private:
    explicit Fact(Obstacle obstacle) : obstacle_(std::move(obstacle)) {}

    std::optional<T> value_;
    Obstacle obstacle_;
};

} // namespace bes
