// SPDX-License-Identifier: Apache-2.0
#include "models/primary_table.hpp"

#include <algorithm>

#include <QGuiApplication>
#include <QPalette>

#include "domino/server_name.hpp"

namespace bes::wizard {

QString PrimaryTable::textOf(const check::PrimaryChoice& choice, int column) {
    const Server& server = choice.server;
    switch (column) {
    case name:
        return QString::fromStdString(server.name);
    case computer:
        return QString::fromStdString(server.fullyQualifiedName.empty() ? server.computer
                                                                        : server.fullyQualifiedName);
    case domino:
        return QString::fromStdString(domino::abbreviatedName(server.dominoServer));
    case version:
        return QString::fromStdString(server.version);
    case users:
        return QString::number(server.users);
    case components:
        return QString::number(server.components.size());
    default:
        return QString::fromStdString(choice.standby);
    }
}

void PrimaryTable::show(Primaries primaries) {
    beginResetModel();
    primaries_ = std::move(primaries);
    searched_.clear();
    arrange();
    endResetModel();
}

void PrimaryTable::search(const QString& words) {
    QStringList folded = words.toCaseFolded().simplified().split(QChar::Space, Qt::SkipEmptyParts);
    if (folded == words_)
        return;
    beginResetModel();
    words_ = std::move(folded);
    arrange();
    endResetModel();
}

void PrimaryTable::sort(int column, Qt::SortOrder order) {
    if (column < 0 || column >= columns)
        return;
    beginResetModel();
    column_ = column;
    order_ = order;
    arrange();
    endResetModel();
}

/// Made when it is first searched for: showing 10,000 rows is not to wait for it.
void PrimaryTable::makeSearched() {
    for (const check::PrimaryChoice& choice : *primaries_) {
        QString& searched = searched_.emplace_back();
        for (int column = 0; column < columns; ++column)
            searched += textOf(choice, column).toCaseFolded() + QChar::LineFeed;
    }
}

/// What is equal in the column stays in the database's order, which is that of the names.
template<class KeyOf>
void PrimaryTable::sortShown(KeyOf keyOf) {
    std::vector<std::pair<decltype(keyOf(primaries_->front())), std::size_t>> keys;
    keys.reserve(shown_.size());
    for (const std::size_t index : shown_)
        keys.emplace_back(keyOf((*primaries_)[index]), index);
    const bool ascending = order_ == Qt::AscendingOrder;
    std::stable_sort(keys.begin(), keys.end(), [&](const auto& a, const auto& b) {
        return ascending ? a.first < b.first : b.first < a.first;
    });
    std::ranges::transform(keys, shown_.begin(), [](const auto& key) { return key.second; });
}

void PrimaryTable::arrange() {
    if (!words_.isEmpty() && searched_.empty())
        makeSearched();
    shown_.clear();
    for (std::size_t i = 0; i < primaries_->size(); ++i)
        if (std::ranges::all_of(words_, [&](const QString& word) { return searched_[i].contains(word); }))
            shown_.push_back(i);
    if (column_ == users)
        sortShown([](const check::PrimaryChoice& choice) { return choice.server.users; });
    else if (column_ == components)
        sortShown([](const check::PrimaryChoice& choice) { return choice.server.components.size(); });
    else
        sortShown([this](const check::PrimaryChoice& choice) { return textOf(choice, column_); });
}

int PrimaryTable::rowOf(const std::string& primary) const {
    const auto found = std::ranges::find_if(
        shown_, [&](std::size_t i) { return sameName((*primaries_)[i].server.name, primary); });
    return found == shown_.end() ? -1 : static_cast<int>(found - shown_.begin());
}

const check::PrimaryChoice& PrimaryTable::at(int row) const {
    return (*primaries_)[shown_[static_cast<std::size_t>(row)]];
}

int PrimaryTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(shown_.size());
}

int PrimaryTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns;
}

QVariant PrimaryTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const check::PrimaryChoice& row = at(index.row());
    const QString whyNot = QString::fromStdString(row.whyNot);
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, index.column());
    case Qt::ToolTipRole:
        return whyNot.isEmpty() ? textOf(row, index.column()) : textOf(row, name) + QChar::Space + whyNot;
    case Qt::AccessibleTextRole:
        if (index.column() == standby && textOf(row, standby).isEmpty())
            return tr("no standby");
        return index.column() == name && !whyNot.isEmpty()
                   ? tr("%1, can't be chosen: %2").arg(textOf(row, name), whyNot)
                   : textOf(row, index.column());
    case Qt::ForegroundRole:
        if (!whyNot.isEmpty())
            return QGuiApplication::palette().brush(QPalette::Disabled, QPalette::Text);
        return {};
    case Qt::TextAlignmentRole:
        if (index.column() == users || index.column() == components)
            return QVariant(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    default:
        return {};
    }
}

QVariant PrimaryTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString names[columns] = {tr("Name"),  tr("Computer"),   tr("Domino server"), tr("Version"),
                                    tr("Users"), tr("Components"), tr("Standby")};
    return section >= 0 && section < columns ? names[section] : QString();
}

/// A row that can't be chosen can still be gone to: its reason is shown there.
Qt::ItemFlags PrimaryTable::flags(const QModelIndex& /*index*/) const {
    return Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
}

} // namespace bes::wizard
