// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domino/notes_api.hpp"

// The library's functions, with the shapes that the checks expect: a definition that differs does not
// compile.
namespace bes::domino::notes {

extern "C" {
#define BES_NOTES_DECLARATION(name, result, ...)                                                             \
    __attribute__((visibility("default"))) result BES_NOTES_CALL name(__VA_ARGS__) noexcept;
BES_NOTES_REQUIRED_FUNCTIONS(BES_NOTES_DECLARATION)
BES_NOTES_WANTED_FUNCTIONS(BES_NOTES_DECLARATION)
BES_NOTES_OPTIONAL_FUNCTIONS(BES_NOTES_DECLARATION)
#undef BES_NOTES_DECLARATION
}

} // namespace bes::domino::notes
