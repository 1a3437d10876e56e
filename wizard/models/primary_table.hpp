// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include <QAbstractTableModel>

#include "check/primary_choice.hpp"

namespace bes::wizard {

/// The primaries as a table that can be searched and sorted. It does both itself, on row numbers: the usual
/// proxy model tells its view of every gap that a search makes, which takes seconds with 10,000 rows.
class PrimaryTable final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { name, computer, domino, version, users, components, standby, columns };

    using QAbstractTableModel::QAbstractTableModel;

    using Primaries = std::shared_ptr<const std::vector<check::PrimaryChoice>>;
    void show(Primaries primaries);
    /// Rows with all words in any of their columns; case does not count.
    void search(const QString& words);
    void sort(int column, Qt::SortOrder order) override;

    /// -1 where it is not there or not found by the search.
    [[nodiscard]] int rowOf(const std::string& primary) const;
    [[nodiscard]] const check::PrimaryChoice& at(int row) const;
    [[nodiscard]] int total() const { return static_cast<int>(primaries_->size()); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    [[nodiscard]] static QString textOf(const check::PrimaryChoice& choice, int column);
    void makeSearched();
    template<class KeyOf>
    void sortShown(KeyOf keyOf);
    void arrange();

    Primaries primaries_ = std::make_shared<std::vector<check::PrimaryChoice>>();
    std::vector<QString> searched_;  ///< of each primary all texts, folded; empty until it is needed
    std::vector<std::size_t> shown_; ///< indexes into primaries_, searched and sorted
    QStringList words_;
    int column_ = name;
    Qt::SortOrder order_ = Qt::AscendingOrder;
};

} // namespace bes::wizard
