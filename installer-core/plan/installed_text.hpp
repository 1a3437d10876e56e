// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "host/digest.hpp"
#include "model/plan.hpp"

namespace bes::plan {

/// How a text that setup writes is recorded.
[[nodiscard]] inline InstalledFile installedText(const TextFile& file) {
    return {file.path.string(), FileType::regular, file.mode, file.content.size(),
            host::sha256Hex(file.content)};
}

} // namespace bes::plan
