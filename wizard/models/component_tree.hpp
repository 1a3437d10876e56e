// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStandardItemModel>

#include "models/component_rows.hpp"

namespace bes::wizard {

/// The components with their services below them. A check mark is only asked for: who shows the tree decides
/// what the wish means and shows the rows that come of it.
class ComponentTree final : public QStandardItemModel {
    Q_OBJECT
public:
    enum Column { component, afterSetup, onPrimary, failsOver, size, ports, columns };

    explicit ComponentTree(QObject* parent = nullptr);

    void show(const std::vector<ComponentRow>& rows);
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

    /// Null for a service.
    [[nodiscard]] const ComponentRow* at(const QModelIndex& index) const;
    [[nodiscard]] const std::vector<ComponentRow>& rows() const { return rows_; }

Q_SIGNALS:
    void wished(const QString& component, bool chosen);

private:
    void build();
    void refresh(int row);

    std::vector<ComponentRow> rows_;
};

} // namespace bes::wizard
