// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace bes::host {

/// Removes `name` in an open folder with all that is in it, while others may change what is there: nothing is
/// followed, and only folders of root, of this process and of the owner of the whole are emptied; see
/// safe_path.hpp. An errno; ENOTEMPTY where somebody puts in more all the time.
[[nodiscard]] int removeTreeIn(int folder, const std::string& name);

} // namespace bes::host
