// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <QCoreApplication>

namespace bes::wizard {

/// The wizard's own words in the person's language, for models that hand on std::string.
[[nodiscard]] inline std::string words(const char* context, const char* text) {
    return QCoreApplication::translate(context, text).toStdString();
}

/// Words with others in the place of %1 and so on.
template<class... Others>
[[nodiscard]] std::string filled(const std::string& words, const Others&... others) {
    return QString::fromStdString(words).arg(QString::fromStdString(others)...).toStdString();
}

} // namespace bes::wizard
