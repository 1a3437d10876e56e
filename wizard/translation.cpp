// SPDX-License-Identifier: Apache-2.0
#include "translation.hpp"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

namespace bes::wizard {

void installTranslation(const QLocale& locale) {
    auto* application = QCoreApplication::instance();
    const auto install = [&](const QString& name, const QString& folder) {
        auto* translator = new QTranslator(application);
        if (translator->load(locale, name, QStringLiteral("_"), folder))
            QCoreApplication::installTranslator(translator);
    };
    install(QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QStringLiteral("bes-standby-wizard"), QStringLiteral(":/translations"));
}

} // namespace bes::wizard
