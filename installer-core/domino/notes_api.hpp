// SPDX-License-Identifier: Apache-2.0
#pragma once

// The part of the Notes C API that the checks use, in our own declarations: written from published facts, no
// vendor header is needed to build. The library is bound at run time (domino.md §1.1). How sure each fact is
// stands in resources/facts/domino.md, whose sections the comments name.
#include "domino/notes_api/constants.hpp"
#include "domino/notes_api/functions.hpp"
#include "domino/notes_api/status.hpp"
#include "domino/notes_api/types.hpp"
