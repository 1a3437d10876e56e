// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include <QProcess>

#include "widgets/text_dialog.hpp"

namespace bes::wizard {

/// What `bes-standby-setup status` tells.
class StatusDialog final : public TextDialog {
    Q_OBJECT
public:
    StatusDialog(const QString& program, const std::filesystem::path& root, QWidget* parent);

private:
    QProcess* process_;
};

} // namespace bes::wizard
