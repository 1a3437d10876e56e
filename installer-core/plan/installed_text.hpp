// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "host/digest.hpp"
#include "model/plan.hpp"
#include "text/path_text.hpp"

namespace bes::plan {

/// How a text that setup writes is recorded.
[[nodiscard]] inline InstalledFile installedText(const TextFile& file) {
    return {utf8(file.path), FileType::regular, file.rights, file.content.size(),
            host::sha256Hex(file.content)};
}

} // namespace bes::plan
