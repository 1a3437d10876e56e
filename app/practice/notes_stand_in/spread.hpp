// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <numeric>
#include <utility>

namespace stand_in {

/// Numbers from 0 to size − 1 in another order, each once, in both directions and without a table.
class Spread {
public:
    constexpr Spread(std::uint64_t size, std::uint64_t step, std::uint64_t first)
        : size_(size == 0 ? 1 : size), step_(step % size_), first_(first % size_) {
        while (std::gcd(step_, size_) != 1)
            ++step_;
        inverse_ = inverse();
    }

    [[nodiscard]] constexpr std::uint64_t at(std::uint64_t index) const {
        return (index % size_ * step_ + first_) % size_;
    }
    [[nodiscard]] constexpr std::uint64_t indexOf(std::uint64_t value) const {
        return (value % size_ + size_ - first_) % size_ * inverse_ % size_;
    }

private:
    // Euclid's algorithm, as far as it is about the inverse of step.
    [[nodiscard]] constexpr std::uint64_t inverse() const {
        auto [previous, remainder] =
            std::pair{static_cast<std::int64_t>(size_), static_cast<std::int64_t>(step_)};
        std::int64_t before = 0, now = 1;
        while (remainder > 1) {
            const std::int64_t quotient = previous / remainder;
            previous = std::exchange(remainder, previous % remainder);
            before = std::exchange(now, before - quotient * now);
        }
        return static_cast<std::uint64_t>(now < 0 ? now + static_cast<std::int64_t>(size_) : now) % size_;
    }

    std::uint64_t size_, step_, first_, inverse_ = 0;
};

static_assert([] {
    constexpr Spread spread(1000, 21, 77);
    for (std::uint64_t i = 0; i < 1000; ++i) {
        if (spread.indexOf(spread.at(i)) != i)
            return false;
    }
    return true;
}());

} // namespace stand_in
