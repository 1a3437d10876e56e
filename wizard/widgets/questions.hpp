// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QString>

#include "model/engine_order.hpp"

class QWidget;

namespace bes::wizard {

/// Yes or no. With buttons in the wizard's language also where Qt's own translation is not installed.
[[nodiscard]] bool agrees(QWidget* parent, const QString& question, const QString& meaning);

/// What becomes of a run whose wizard is closed; empty: the person stays.
[[nodiscard]] std::optional<WhenLeft> askHowToLeaveRun(QWidget* parent);

} // namespace bes::wizard
