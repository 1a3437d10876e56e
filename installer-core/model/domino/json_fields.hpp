// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <filesystem>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "model/domino/words.hpp"
#include "model/json_text.hpp"
#include "text/path_text.hpp"

namespace bes::domino {

// Writes and reads any type for which there is a fields(list, it), which calls list(key, member) for each
// member. Enumerations bring toWord(it) and fromWord(text, it) in probe_words.hpp.

template<class T>
inline constexpr bool isVector = false;
template<class T>
inline constexpr bool isVector<std::vector<T>> = true;
template<class T>
inline constexpr bool isOptional = false;
template<class T>
inline constexpr bool isOptional<std::optional<T>> = true;
template<class T>
concept Plain = std::is_arithmetic_v<T> || std::same_as<T, std::string> ||
                std::same_as<T, std::map<std::string, std::string>>;

template<class T>
Json written(T& it);

struct Writer {
    Json json = Json::object();

    template<class T>
    void operator()(std::string_view key, T& member) {
        json[std::string(key)] = written(member);
    }
};

template<class T>
Json written(T& it) {
    if constexpr (Plain<T>) {
        return it;
    } else if constexpr (std::same_as<T, std::filesystem::path>) {
        return utf8(it);
    } else if constexpr (std::is_enum_v<T>) {
        return toWord(it);
    } else if constexpr (isOptional<T>) {
        return it ? written(*it) : Json(nullptr);
    } else if constexpr (isVector<T>) {
        Json array = Json::array();
        for (auto& element : it)
            array.push_back(written(element));
        return array;
    } else {
        Writer writer;
        fields(writer, it);
        return std::move(writer.json);
    }
}

template<class T>
void read(const Json& json, T& it);

struct Reader {
    const Json& json;

    template<class T>
    void operator()(std::string_view key, T& member) {
        read(json.at(std::string(key)), member);
    }
};

template<class T>
void read(const Json& json, T& it) {
    if constexpr (std::integral<T> && !std::same_as<T, bool>) {
        it = wholeNumber<T>(json);
    } else if constexpr (Plain<T>) {
        json.get_to(it);
    } else if constexpr (std::same_as<T, std::filesystem::path>) {
        it = pathOf(json.get<std::string>());
    } else if constexpr (std::is_enum_v<T>) {
        fromWord(json.get<std::string>(), it);
    } else if constexpr (isOptional<T>) {
        it.reset();
        if (!json.is_null())
            read(json, it.emplace());
    } else if constexpr (isVector<T>) {
        it.clear();
        for (const Json& element : json)
            read(element, it.emplace_back());
    } else {
        Reader reader{json};
        fields(reader, it);
    }
}

} // namespace bes::domino
