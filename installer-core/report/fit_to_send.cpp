// SPDX-License-Identifier: Apache-2.0
#include "report/fit_to_send.hpp"

#include "answers/secret_reference.hpp"
#include "text/letters.hpp"

namespace bes::report {
namespace {

bool isSealedText(char c) {
    return isLetterOrDigit(c) || c == '+' || c == '/' || c == '=' || c == '-' || c == '_' || c == ':' ||
           c == '.' || c == '$' || c == ',';
}

std::string withoutSealed(std::string_view text, std::string_view prefix) {
    static constexpr std::string_view instead = "left-out";
    std::string left;
    std::size_t done = 0;
    for (std::size_t at = text.find(prefix); at != std::string_view::npos; at = text.find(prefix, done)) {
        std::size_t end = at + prefix.size();
        left.append(text.substr(done, end - done));
        done = end;
        while (end < text.size() && isSealedText(text[end]))
            ++end;
        if (end > done)
            left.append(instead);
        done = end;
    }
    return left.append(text.substr(done));
}

} // namespace

std::string fitToSend(std::string_view text, People& people) {
    const std::string withoutOne = withoutSealed(text, answers::sealedPrefix);
    return people.withoutNames(withoutSealed(withoutOne, answers::dpapiPrefix));
}

Json documentFitToSend(const Json& json, People& people) {
    if (json.is_string())
        return fitToSend(json.get_ref<const std::string&>(), people);
    if (json.is_array()) {
        Json list = Json::array();
        for (const Json& each : json)
            list.push_back(documentFitToSend(each, people));
        return list;
    }
    if (!json.is_object())
        return json;
    Json object = Json::object();
    for (const auto& [key, value] : json.items())
        object[key.find('/') == std::string::npos ? key : fitToSend(key, people)] =
            documentFitToSend(value, people);
    return object;
}

} // namespace bes::report
