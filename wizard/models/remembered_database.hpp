// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSettings>

#include "models/session.hpp"

namespace bes::wizard {

/// Where the database was the last time, without its password; empty where none was read yet.
[[nodiscard]] DatabaseAddress rememberedDatabase(const QSettings& settings);

/// From here on every database that could be read is remembered, but for those of practice. The settings have
/// to live as long as the session.
void rememberDatabases(Session& session, QSettings& settings);

} // namespace bes::wizard
