// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QStandardItemModel>
#include <QString>

#include "model/finding.hpp"
#include "model/request.hpp"

namespace bes::wizard {

/// Findings grouped by severity, the worst first.
class FindingsTree final : public QStandardItemModel {
    Q_OBJECT
public:
    using QStandardItemModel::QStandardItemModel;

    void show(const std::vector<Finding>& findings);
    /// Null for a group.
    [[nodiscard]] const Finding* at(const QModelIndex& index) const;
    /// Of the finding with that id; invalid where there is none.
    [[nodiscard]] QModelIndex indexOf(const std::string& id) const;
    /// The worst one; invalid where there is none.
    [[nodiscard]] QModelIndex first() const;

private:
    std::vector<Finding> findings_;
};

/// "2 blockers, 1 warning, 17 passed".
[[nodiscard]] QString counts(const std::vector<Finding>& findings);
/// "Blockers"
[[nodiscard]] QString groupName(Severity severity);

/// The findings as a text to keep or to send, the worst first.
[[nodiscard]] QString textReport(const Request& request, const std::vector<Finding>& findings);
/// The same as a page for a browser, without anything from outside.
[[nodiscard]] QString htmlReport(const Request& request, const std::vector<Finding>& findings);

} // namespace bes::wizard
