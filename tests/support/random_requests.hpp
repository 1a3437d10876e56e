// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <random>

#include "model/request.hpp"

/// Requests of any kind, with everything in their texts that could confuse a file. The same seed gives the
/// same ones.
class RandomRequests {
public:
    explicit RandomRequests(unsigned seed) : random_(seed) {}

    [[nodiscard]] bes::Request next();

private:
    void addAddress(bes::DatabaseAddress& database);
    void addQuestions(bes::DominoQuestions& domino);
    [[nodiscard]] std::size_t number(std::size_t below);
    [[nodiscard]] bool maybe() { return number(2) == 0; }
    [[nodiscard]] std::string text();
    [[nodiscard]] std::filesystem::path path();
    [[nodiscard]] std::string textOrNothing() { return maybe() ? text() : ""; }

    std::mt19937 random_;
};
