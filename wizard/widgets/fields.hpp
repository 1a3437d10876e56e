// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>

namespace bes::wizard {

// Fields with a name for those who don't see them. Tests find them by the name of the object.

[[nodiscard]] QLineEdit* lineEdit(const QString& name, const QString& object);

/// Its text is its name.
[[nodiscard]] QCheckBox* checkBox(const QString& text, const QString& object);

/// Its list has the name too: screen readers read it where the list is open.
[[nodiscard]] QComboBox* comboBox(const QString& name, const QString& object);

/// It may become narrower than the longest of its entries.
void letShrink(QComboBox& box);

} // namespace bes::wizard
