// SPDX-License-Identifier: Apache-2.0
// Mutations that keep a document a document: bytes alone seldom get past the braces. Documents of several
// lines, as the probe writes them, are changed line by line.

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "fuzz.hpp"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* bytes, std::size_t size, std::size_t limit);

namespace {

using Json = nlohmann::ordered_json;

constexpr int deepest = 100;

class Mutation {
public:
    explicit Mutation(unsigned seed) : random_(seed) {}

    [[nodiscard]] std::size_t below(std::size_t limit) {
        return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
    }

    void change(Json& document) {
        nodes_.clear();
        collect(document, 0);
        Json& node = *nodes_[below(nodes_.size())];
        switch (below(8)) {
        case 0:
            node = odd();
            break;
        case 1:
            node = Json(*nodes_[below(nodes_.size())]); // a copy of another part
            break;
        case 2:
            removeChild(node);
            break;
        case 3:
            doubleChild(node);
            break;
        default:
            changeValue(node);
        }
    }

private:
    void collect(Json& node, int depth) {
        nodes_.push_back(&node);
        if (depth < deepest && node.is_structured())
            for (Json& child : node)
                collect(child, depth + 1);
    }

    /// What a reader may not have thought of.
    Json odd() {
        static const std::vector<Json> values{nullptr,
                                              true,
                                              false,
                                              0,
                                              -1,
                                              1,
                                              0.5,
                                              1e300,
                                              -1e300,
                                              65536,
                                              70000,
                                              4294967296,
                                              9223372036854775807,
                                              std::uint64_t{18446744073709551615U},
                                              -9223372036854775807 - 1,
                                              1e19,
                                              "",
                                              ".",
                                              "..",
                                              "/",
                                              "a\nb",
                                              "\x1b[2J",
                                              "\xC2\x9B"
                                              "2J",
                                              "\xE2\x80\xAE",
                                              "0777",
                                              "7777",
                                              std::string(300, 'a'),
                                              Json::array(),
                                              Json::object(),
                                              Json::array({Json::array({Json::array()})})};
        return values[below(values.size())];
    }

    void removeChild(Json& node) {
        if (node.is_structured() && !node.empty())
            node.erase(std::next(node.begin(), static_cast<std::ptrdiff_t>(below(node.size()))));
    }

    void doubleChild(Json& node) {
        if (node.is_array() && !node.empty())
            node.insert(node.begin() + static_cast<std::ptrdiff_t>(below(node.size() + 1)),
                        Json(node[below(node.size())]));
        else if (node.is_object())
            node["more"] = odd();
    }

    void changeValue(Json& node) {
        if (node.is_string())
            node = changed(node.get<std::string>());
        else if (node.is_number_integer())
            node = node.get<std::int64_t>() % 100'000'000 + static_cast<std::int64_t>(below(5)) - 2;
        else if (node.is_boolean())
            node = !node.get<bool>();
        else if (node.is_structured() && !node.empty())
            changeValue(*std::next(node.begin(), static_cast<std::ptrdiff_t>(below(node.size()))));
        else
            node = odd();
    }

    /// As libFuzzer changes bytes: with its dictionaries and what comparisons told it.
    std::string changed(std::string text) {
        constexpr std::size_t room = 32;
        const std::size_t size = text.size();
        text.resize(size + room);
        text.resize(LLVMFuzzerMutate(reinterpret_cast<std::uint8_t*>(text.data()), size, size + room));
        return text;
    }

    std::minstd_rand random_;
    std::vector<Json*> nodes_;
};

bool nestsTooDeep(std::string_view text) {
    int depth = 0;
    return std::ranges::any_of(text, [&](char c) {
        depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
        return depth > deepest;
    });
}

bool changeDocument(std::string& text, Mutation& mutation) {
    Json document = nestsTooDeep(text) ? Json(Json::value_t::discarded) : Json::parse(text, nullptr, false);
    if (document.is_discarded())
        return false;
    for (std::size_t times = 1 + mutation.below(3); times > 0; --times)
        mutation.change(document);
    text = document.dump(-1, ' ', false, Json::error_handler_t::replace);
    return true;
}

bool changeLine(std::string& text, Mutation& mutation) {
    std::vector<std::string> lines = bes::fuzz::linesOf(text);
    if (lines.size() < 2)
        return false;
    std::string& line = lines[mutation.below(lines.size())];
    switch (mutation.below(6)) {
    case 0:
        std::swap(line, lines[mutation.below(lines.size())]);
        break;
    case 1:
        line = lines[mutation.below(lines.size())];
        break;
    default:
        if (!changeDocument(line, mutation))
            return false;
    }
    text.clear();
    for (const std::string& each : lines)
        text += each + '\n';
    return true;
}

} // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* bytes, std::size_t size, std::size_t limit,
                                               unsigned seed) {
    Mutation mutation(seed);
    std::string text(reinterpret_cast<const char*>(bytes), size);
    const bool asBytes = mutation.below(8) == 0;
    if (asBytes || !(changeDocument(text, mutation) || changeLine(text, mutation)) || text.size() > limit)
        return LLVMFuzzerMutate(bytes, size, limit);
    std::memcpy(bytes, text.data(), text.size());
    return text.size();
}
