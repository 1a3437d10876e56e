#pragma once

// The part of the Notes C API that the checks use, in our own declarations: written from published facts, no
// vendor header is needed to build. The library is bound at run time (domino.md §7).
//
// Behind a comment, (H) stands for read in the primary source, (M) for derived or secondary, (L) for a
// judgement.
#include "domino/notes_api/constants.hpp"
#include "domino/notes_api/functions.hpp"
#include "domino/notes_api/status.hpp"
#include "domino/notes_api/types.hpp"
