// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace bes::host {

/// Overwrites what functions that have returned left on the stack of this thread and in its vector registers:
/// a short text is kept on the stack, compilers keep copies, and what decrypts holds its text in registers,
/// which the dynamic linker writes to the stack when it looks a function up. Called, where a secret was read
/// or handed on, by who called those functions.
void overwriteDeadMemory();

} // namespace bes::host
