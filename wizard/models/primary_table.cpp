#include "models/primary_table.hpp"

#include <algorithm>

#include <QGuiApplication>
#include <QPalette>

#include "domino/server_name.hpp"

namespace bes::wizard {

PrimaryTable::Entry PrimaryTable::entryOf(check::PrimaryChoice choice) {
    Entry entry;
    const Server& server = choice.server;
    entry.text[name] = QString::fromStdString(server.name);
    entry.text[computer] = QString::fromStdString(
        server.fullyQualifiedName.empty() ? server.computer : server.fullyQualifiedName);
    entry.text[domino] = QString::fromStdString(domino::abbreviatedName(server.dominoServer));
    entry.text[version] = QString::fromStdString(server.version);
    entry.text[users] = QString::number(server.users);
    entry.text[components] = QString::number(server.components.size());
    entry.text[standby] = QString::fromStdString(choice.standby);
    for (const QString& text : entry.text)
        entry.searched += text.toCaseFolded() + QChar::LineFeed;
    entry.choice = std::move(choice);
    return entry;
}

void PrimaryTable::show(std::vector<check::PrimaryChoice> primaries) {
    beginResetModel();
    entries_.clear();
    entries_.reserve(primaries.size());
    for (check::PrimaryChoice& choice : primaries)
        entries_.push_back(entryOf(std::move(choice)));
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

bool PrimaryTable::before(std::size_t a, std::size_t b) const {
    const Entry& left = entries_[a];
    const Entry& right = entries_[b];
    if (column_ == users)
        return left.choice.server.users < right.choice.server.users;
    if (column_ == components)
        return left.choice.server.components.size() < right.choice.server.components.size();
    return left.text[column_].compare(right.text[column_]) < 0;
}

/// What is equal in the column stays in the database's order, which is that of the names.
void PrimaryTable::arrange() {
    shown_.clear();
    for (std::size_t i = 0; i < entries_.size(); ++i)
        if (std::ranges::all_of(words_,
                                [&](const QString& word) { return entries_[i].searched.contains(word); }))
            shown_.push_back(i);
    const bool ascending = order_ == Qt::AscendingOrder;
    std::stable_sort(shown_.begin(), shown_.end(),
                     [&](std::size_t a, std::size_t b) { return ascending ? before(a, b) : before(b, a); });
}

int PrimaryTable::rowOf(const std::string& primary) const {
    const auto found = std::ranges::find_if(
        shown_, [&](std::size_t i) { return sameName(entries_[i].choice.server.name, primary); });
    return found == shown_.end() ? -1 : static_cast<int>(found - shown_.begin());
}

const check::PrimaryChoice& PrimaryTable::at(int row) const {
    return entry(row).choice;
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
    const Entry& row = entry(index.row());
    const QString whyNot = QString::fromStdString(row.choice.whyNot);
    switch (role) {
    case Qt::DisplayRole:
        return row.text[index.column()];
    case Qt::ToolTipRole:
        return whyNot.isEmpty() ? row.text[index.column()] : row.text[name] + QChar::Space + whyNot;
    case Qt::AccessibleTextRole:
        return index.column() == name && !whyNot.isEmpty()
                   ? tr("%1, can't be chosen: %2").arg(row.text[name], whyNot)
                   : row.text[index.column()];
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
