// SPDX-License-Identifier: Apache-2.0
#include "widgets/saved_file.hpp"

#include <QCoreApplication>
#include <QSaveFile>

namespace bes::wizard {

void saveFile(const QString& file, const std::string& content, Notice& notice) {
    QSaveFile out(file);
    if (out.open(QIODevice::WriteOnly) && out.write(QByteArray::fromStdString(content)) >= 0 && out.commit())
        notice.say(Severity::passed, QCoreApplication::translate("SavedFile", "Saved as %1").arg(file));
    else
        notice.say(
            Severity::warning,
            QCoreApplication::translate("SavedFile", "The file can't be saved: %1").arg(out.errorString()));
}

} // namespace bes::wizard
