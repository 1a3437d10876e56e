// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/types.h>

#include <exception>
#include <functional>

namespace bes::host {

/// Does `work` in a thread of its own that has the rights of an account towards files (fsuid, fsgid, groups)
/// and no capability; to signals and tracers it stays root. It never gets root's rights back. An errno where
/// the rights can't be taken, then `work` is not done; exceptions of `work` come through.
[[nodiscard]] int withRightsOf(uid_t user, gid_t group, const std::function<void()>& work);

} // namespace bes::host
