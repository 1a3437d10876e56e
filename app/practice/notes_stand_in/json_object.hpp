// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <stdexcept>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

namespace stand_in {

/// Reads the keys of an object once each, and refuses those that nobody asked for.
class JsonObject {
public:
    JsonObject(const nlohmann::json& json, std::string where) : json_(json), where_(std::move(where)) {
        if (!json.is_object())
            fail("is no object");
    }

    /// The value, or null where the key is missing.
    const nlohmann::json& operator[](const std::string& key) {
        static const nlohmann::json none;
        known_.insert(key);
        const auto found = json_.find(key);
        return found == json_.end() ? none : *found;
    }

    template<typename Value>
    void read(const std::string& key, Value& value) {
        const nlohmann::json& found = (*this)[key];
        try {
            if (!found.is_null())
                found.get_to(value);
        } catch (const nlohmann::json::exception& error) {
            fail(key + ": " + error.what());
        }
    }

    /// One of the words that stand for the values.
    template<typename Value>
    void readWord(const std::string& key, Value& value,
                  std::initializer_list<std::pair<const char*, Value>> words) {
        std::string word;
        read(key, word);
        for (const auto& [text, meaning] : words) {
            if (word == text) {
                value = meaning;
                return;
            }
        }
        if (!word.empty())
            fail(key + " can't be \"" + word + "\"");
    }

    void refuseOthers() const {
        for (const auto& [key, value] : json_.items()) {
            if (!known_.contains(key))
                fail("unknown key \"" + key + "\"");
        }
    }

    [[nodiscard]] std::string where(const std::string& key) const { return where_ + " " + key; }

    [[noreturn]] void fail(const std::string& what) const { throw std::runtime_error(where_ + ": " + what); }

private:
    const nlohmann::json& json_;
    std::string where_;
    std::set<std::string> known_;
};

} // namespace stand_in
