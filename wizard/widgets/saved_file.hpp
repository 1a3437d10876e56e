// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <QString>

#include "widgets/texts.hpp"

namespace bes::wizard {

/// Writes the whole file or leaves what was there, and says in the notice which it was.
void saveFile(const QString& file, const std::string& content, Notice& notice);

} // namespace bes::wizard
