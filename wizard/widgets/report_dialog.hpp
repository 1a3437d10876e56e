// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/request.hpp"
#include "widgets/text_dialog.hpp"

class QPushButton;

namespace bes::wizard {

/// What `bes-standby-setup report` would pack for a colleague; it is written where the person says so.
class ReportDialog final : public TextDialog {
    Q_OBJECT
public:
    /// \param request what the wizard was to do: the report has what is the case for it
    ReportDialog(QString program, const Request& request, QWidget* parent);

    /// Writes the archive; never in the place of a file that is there.
    void writeTo(const QString& file);

private:
    void start(const QStringList& words);
    void askWhere();

    QString program_;
    QByteArray answers_; ///< an answer file, without secrets
    QProcess* process_;
    QPushButton* save_;
};

} // namespace bes::wizard
