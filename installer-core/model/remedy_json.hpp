// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/domino/json_fields.hpp"
#include "model/remedy.hpp"

namespace bes {

void fields(auto& list, NamedAnswer& it) {
    list("key", it.key);
    list("value", it.value);
}

void fields(auto& list, Remedy& it) {
    list("advice", it.text);
    list("answers", it.answers);
    list("command", it.command);
}

} // namespace bes
