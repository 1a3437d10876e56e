// SPDX-License-Identifier: Apache-2.0
#include "widgets/fields.hpp"

#include <QAbstractItemView>

namespace bes::wizard {

QLineEdit* lineEdit(const QString& name, const QString& object) {
    auto* edit = new QLineEdit;
    edit->setAccessibleName(name);
    edit->setObjectName(object);
    return edit;
}

QCheckBox* checkBox(const QString& text, const QString& object) {
    auto* box = new QCheckBox(text);
    box->setObjectName(object);
    return box;
}

QComboBox* comboBox(const QString& name, const QString& object) {
    auto* box = new QComboBox;
    box->setAccessibleName(name);
    box->view()->setAccessibleName(name);
    box->setObjectName(object);
    return box;
}

void letShrink(QComboBox& box) {
    box.setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
}

} // namespace bes::wizard
