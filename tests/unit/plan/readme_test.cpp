// SPDX-License-Identifier: Apache-2.0
#include <cxxabi.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <memory>
#include <set>
#include <sstream>
#include <typeinfo>
#include <utility>

#include <catch2/catch.hpp>

#include "model/ids.hpp"
#include "model/plan.hpp"
#include "places_of_tests.hpp"

using namespace bes;
namespace fs = std::filesystem;

namespace {

std::string contentOf(const fs::path& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// "ReservePair"
template<class T>
std::string nameOf() {
    const std::unique_ptr<char, decltype(&std::free)> whole(
        abi::__cxa_demangle(typeid(T).name(), nullptr, nullptr, nullptr), &std::free);
    const std::string name = whole.get();
    return name.substr(name.rfind(':') + 1);
}

template<std::size_t... I>
std::set<std::string> actions(std::index_sequence<I...> /*all*/) {
    return {nameOf<std::variant_alternative_t<I, Action>>()...};
}

/// What stands between backquotes in a cell.
std::set<std::string> quotedIn(const std::string& cell) {
    std::set<std::string> words;
    std::istringstream parts(cell);
    bool inside = false;
    for (std::string part; std::getline(parts, part, '`'); inside = !inside)
        if (inside)
            words.insert(part);
    return words;
}

struct Table {
    std::set<std::string> steps, ids;
};

Table table() {
    Table table;
    std::istringstream lines(contentOf(fs::path(BES_SOURCE_DIR) / "installer-core" / "README.md"));
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("| "))
            continue;
        const std::size_t second = line.find('|', 1), third = line.find('|', second + 1);
        table.steps.merge(quotedIn(line.substr(0, second)));
        table.ids.merge(quotedIn(line.substr(third)));
    }
    return table;
}

} // namespace

TEST_CASE("every step has a row that says what it needs and which check foresees it") {
    CHECK(table().steps == actions(std::make_index_sequence<std::variant_size_v<Action>>()));
}

TEST_CASE("every check that the table of steps names is one that is given") {
    const Table found = table();
    CHECK(found.ids.size() > 20);
    for (const std::string& id : found.ids) {
        INFO(id);
        CHECK(std::ranges::count(findingIds(), id, &IdEntry::id) == 1);
    }
}
