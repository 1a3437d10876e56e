// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/catalog.hpp"

namespace bes {

/// What holds for every catalogue, also a signed one, because its words become units, paths and entries of
/// notes.ini: units are named bes-NAME.service and each once, programs and files stay in their component's
/// folder, tasks are one plain word. Throws std::invalid_argument that names component, field and text.
void expectUsable(const Catalog& catalog);

} // namespace bes
