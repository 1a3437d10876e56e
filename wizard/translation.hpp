// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLocale>

namespace bes::wizard {

/// The wizard's texts and Qt's own in the language of the locale; English where there is no translation.
void installTranslation(const QLocale& locale);

} // namespace bes::wizard
