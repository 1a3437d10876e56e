// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace bes::report {

/// Finds any of very many texts at a place of another one, in a time that does not grow with their number: a
/// site has 100,000 users, and a report some megabytes. Shorter ones than `shortest` bytes are not taken. The
/// memory of the texts is the caller's, and stays where it is.
class TextSet {
public:
    static constexpr std::size_t shortest = 3;

    /// `number` is what a match tells; of equal texts the first counts.
    void add(std::string_view text, std::size_t number);

    struct Match {
        std::size_t length = 0; ///< 0: none
        std::size_t number = 0;
    };
    /// The longest that begins there.
    [[nodiscard]] Match at(std::string_view text, std::size_t place) const;

    [[nodiscard]] bool empty() const { return numbers_.empty(); }

private:
    std::unordered_map<std::uint32_t, std::vector<std::size_t>> lengths_; ///< of those that begin so, falling
    std::unordered_map<std::string_view, std::size_t> numbers_;
};

} // namespace bes::report
