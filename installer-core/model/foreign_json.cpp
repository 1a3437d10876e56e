// SPDX-License-Identifier: Apache-2.0
#include "model/foreign_json.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "text/acceptable.hpp"
#include "text/visible.hpp"

namespace bes {
namespace {

constexpr std::size_t longestText = std::size_t{1} << 20U;

/// Walks through the document without keeping it. Its functions are those of nlohmann::json_sax.
class Gate {
public:
    explicit Gate(const JsonLimits& limits) : limits_(limits) {}

    bool null() { return count(); }
    bool boolean(bool) { return count(); }
    bool number_integer(Json::number_integer_t) { return count(); }
    bool number_unsigned(Json::number_unsigned_t) { return count(); }
    bool number_float(Json::number_float_t, const std::string&) { return count(); }
    bool binary(Json::binary_t&) { return count(); }
    bool string(const std::string& text) {
        look(text);
        return count();
    }
    bool key(const std::string& name) {
        if (const auto problem = limits_.cleaned ? std::nullopt : wrongLine(name))
            refuse("a key in " + place() + " " + *problem, name);
        path_.back() = name;
        return true;
    }
    bool start_object(std::size_t) { return deeper(); }
    bool start_array(std::size_t) { return deeper(); }
    bool end_object() { return higher(); }
    bool end_array() { return higher(); }
    /// The parser that makes the document says what is wrong.
    bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) { return false; }

private:
    bool count() {
        if (++values_ > limits_.values)
            throw std::invalid_argument("it has more than " + std::to_string(limits_.values) + " values");
        return true;
    }
    bool deeper() {
        if (path_.size() == limits_.depth)
            throw std::invalid_argument("it is more than " + std::to_string(limits_.depth) + " levels deep");
        path_.emplace_back();
        return count();
    }
    bool higher() {
        path_.pop_back();
        return true;
    }

    void look(const std::string& text) const {
        if (limits_.cleaned || isBelow(limits_.secrets))
            return;
        if (const auto problem = isBelow(limits_.lines) ? wrongLines(text, longestText) : wrongLine(text))
            refuse(place() + " " + *problem, text);
    }
    [[noreturn]] static void refuse(const std::string& what, const std::string& text) {
        throw std::invalid_argument(what + ": \"" + shownText(text) + "\"");
    }
    [[nodiscard]] bool isBelow(const std::vector<std::string_view>& keys) const {
        return std::ranges::any_of(path_,
                                   [&](const std::string& key) { return std::ranges::count(keys, key) > 0; });
    }
    /// "catalog/components/services/display_name"
    [[nodiscard]] std::string place() const {
        std::string text;
        for (const std::string& key : path_)
            if (!key.empty())
                text += (text.empty() ? "" : "/") + key;
        return text.empty() ? "the document" : text;
    }

    const JsonLimits& limits_;
    std::vector<std::string> path_; ///< keys of the objects that are open; empty for an array
    std::size_t values_ = 0;
};

Json cleaned(const Json& json) {
    if (json.is_string())
        return visible(json.get_ref<const std::string&>());
    if (!json.is_structured())
        return json;
    Json result = json.is_array() ? Json::array() : Json::object();
    for (const auto& [key, value] : json.items()) {
        if (json.is_array())
            result.push_back(cleaned(value));
        else
            result[visible(key)] = cleaned(value);
    }
    return result;
}

} // namespace

Json parseForeignJson(std::string_view text, const JsonLimits& limits) {
    if (text.size() > limits.bytes)
        throw std::invalid_argument("it has " + std::to_string(text.size()) + " bytes, and may have " +
                                    std::to_string(limits.bytes));
    Gate gate(limits);
    (void)Json::sax_parse(text, &gate);
    Json json = Json::parse(text);
    return limits.cleaned ? cleaned(json) : json;
}

} // namespace bes
