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
#include "model/fact.hpp"
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
inline constexpr bool isFact = false;
template<class T>
inline constexpr bool isFact<Fact<T>> = true;
template<class T>
inline constexpr bool isByPath = false;
template<class T>
inline constexpr bool isByPath<std::map<std::filesystem::path, T>> = true;

/// Specialised for a type that has a JSON of its own already: write(it) and read(json).
template<class T>
struct OwnJson {};
template<class T>
concept HasOwnJson = requires(const T& it, const Json& json) {
    { OwnJson<T>::write(it) } -> std::same_as<Json>;
    { OwnJson<T>::read(json) } -> std::same_as<T>;
};

template<class T>
Json written(T& it);

struct Writer {
    Json json = Json::object();

    template<class T>
    void operator()(std::string_view key, T& member) {
        json[std::string(key)] = written(member);
    }
};

/// {"value": …} or {"unknown": "reason", …}: a reader can't take one for the other.
template<class T>
Json writtenFact(const Fact<T>& fact) {
    Json json = Json::object();
    if (fact.known()) {
        T value = fact.value();
        json["value"] = written(value);
        return json;
    }
    json["unknown"] = fact.reason();
    Remedy remedy = fact.remedy();
    json.update(written(remedy));
    return json;
}

template<class T>
Json written(T& it) {
    if constexpr (HasOwnJson<T>) {
        return OwnJson<T>::write(it);
    } else if constexpr (Plain<T>) {
        return it;
    } else if constexpr (isFact<T>) {
        return writtenFact(it);
    } else if constexpr (isByPath<T>) {
        Json object = Json::object();
        for (auto& [path, value] : it)
            object[utf8(path)] = written(value);
        return object;
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
void readFact(const Json& json, Fact<T>& fact) {
    if (const auto known = json.find("value"); known != json.end()) {
        T value{};
        read(*known, value);
        fact = std::move(value);
        return;
    }
    Remedy remedy;
    read(json, remedy);
    fact = Fact<T>::unknown(json.at("unknown").template get<std::string>(), std::move(remedy));
}

template<class T>
void read(const Json& json, T& it) {
    if constexpr (HasOwnJson<T>) {
        it = OwnJson<T>::read(json);
    } else if constexpr (std::integral<T> && !std::same_as<T, bool>) {
        it = wholeNumber<T>(json);
    } else if constexpr (isFact<T>) {
        readFact(json, it);
    } else if constexpr (isByPath<T>) {
        it.clear();
        for (const auto& [path, value] : json.template get_ref<const Json::object_t&>())
            read(value, it[pathOf(path)]);
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
        for (const Json& element : json.template get_ref<const Json::array_t&>())
            read(element, it.emplace_back());
    } else {
        Reader reader{json};
        fields(reader, it);
    }
}

} // namespace bes::domino
