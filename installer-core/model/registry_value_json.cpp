// SPDX-License-Identifier: Apache-2.0
#include "model/registry_value_json.hpp"

#include <array>
#include <stdexcept>

#include "model/json_text.hpp"

namespace bes {
namespace {

constexpr std::string_view digits = "0123456789abcdef";

std::string text(const Json& json, const char* key) {
    return json.at(key).get<std::string>();
}

std::string hex(std::string_view bytes) {
    std::string text;
    for (const char byte : bytes) {
        const auto number = static_cast<unsigned char>(byte);
        text += digits[number >> 4U];
        text += digits[number & 15U];
    }
    return text;
}

unsigned digitOf(char letter) {
    const std::size_t digit = digits.find(letter);
    if (digit == std::string_view::npos)
        throw std::invalid_argument("no hexadecimal digit");
    return static_cast<unsigned>(digit);
}

std::string bytesOf(const std::string& hex) {
    if (hex.size() % 2 != 0)
        throw std::invalid_argument("half a byte");
    std::string bytes;
    for (std::size_t i = 0; i < hex.size(); i += 2)
        bytes += static_cast<char>(digitOf(hex[i]) << 4U | digitOf(hex[i + 1]));
    return bytes;
}

void addData(Json& json, const RegistryData& data) {
    json["type"] = data.type;
    json["bytes"] = hex(data.bytes);
}

RegistryData dataFromJson(const Json& json) {
    return {wholeNumber<std::uint32_t>(json.at("type")), bytesOf(text(json, "bytes"))};
}

Json toJson(const RegistryKey& key, const std::string& name) {
    Json json = bes::toJson(key);
    json["name"] = name;
    return json;
}

} // namespace

Json toJson(const RegistryKey& key) {
    return {{"view", key.view == RegistryView::bits64 ? "64-bit" : "32-bit"}, {"key", key.path}};
}

RegistryKey registryKeyFromJson(const Json& json) {
    const std::string view = text(json, "view");
    if (view != "64-bit" && view != "32-bit")
        throw std::invalid_argument("unknown view of the registry \"" + view + "\"");
    return {view == "64-bit" ? RegistryView::bits64 : RegistryView::bits32, text(json, "key")};
}

Json toJson(const std::vector<RegistryValue>& values) {
    Json list = Json::array();
    for (const RegistryValue& value : values) {
        Json json = toJson(value.key, value.name);
        if (const auto* words = std::get_if<std::string>(&value.data))
            json["text"] = *words;
        else if (const auto* number = std::get_if<std::uint32_t>(&value.data))
            json["number"] = *number;
        else
            addData(json, std::get<RegistryData>(value.data));
        list.push_back(std::move(json));
    }
    return list;
}

std::vector<RegistryValue> registryValuesFromJson(const Json& json) {
    std::vector<RegistryValue> values;
    for (const Json& entry : json) {
        RegistryValue value{registryKeyFromJson(entry), text(entry, "name"), {}};
        if (entry.contains("number"))
            value.data = wholeNumber<std::uint32_t>(entry.at("number"));
        else if (entry.contains("type"))
            value.data = dataFromJson(entry);
        else
            value.data = text(entry, "text");
        values.push_back(std::move(value));
    }
    return values;
}

Json toJson(const CapturedRegistryValue& value) {
    Json json = toJson(value.key, value.name);
    if (value.data)
        addData(json, *value.data);
    return json;
}

CapturedRegistryValue capturedRegistryValueFromJson(const Json& json) {
    CapturedRegistryValue value{registryKeyFromJson(json), text(json, "name"), {}};
    if (json.contains("type"))
        value.data = dataFromJson(json);
    return value;
}

} // namespace bes
