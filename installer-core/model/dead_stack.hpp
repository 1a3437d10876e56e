#pragma once

namespace bes {

/// Overwrites what functions that have returned left on the stack of this thread: a short text is kept there,
/// and compilers keep copies. To be called where a secret was read or handed on, by who called those
/// functions.
void overwriteDeadStack();

} // namespace bes
