// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include <QByteArray>
#include <QObject>
#include <QProcess>
#include <QTemporaryDir>

#include "model/failure.hpp"
#include "model/request.hpp"

namespace bes::wizard {

/// What setup's report would have in it, as `report --json` says it.
struct ReportList {
    struct Line {
        std::string name;
        std::uint64_t size = 0;
        std::string about; ///< with what of it was left out
    };
    std::string folder; ///< in the archive: its name without an ending
    std::vector<Line> files;
    std::vector<Line> missing; ///< `about` is the reason
};

/// Empty for what is no such document.
[[nodiscard]] std::optional<ReportList> reportListFrom(const QByteArray& json);

/// A report for a colleague: packed by setup in the background, into a folder of this person's alone, and
/// moved where the person says. Nothing else is left of it.
class PackedReport final : public QObject {
    Q_OBJECT
public:
    explicit PackedReport(QString program) : program_(std::move(program)) {}
    ~PackedReport() override;

    /// \param answers what was to be done; null: what is installed, or was tried last. Once per object.
    void pack(const Request* answers, const std::filesystem::path& root);
    /// Of one that is packed. Never in the place of another file.
    void saveAs(const QString& file);

Q_SIGNALS:
    void packed(const bes::wizard::ReportList& list);
    void failed(const QString& why);
    void saved(const QString& file);

private:
    void readList();
    [[nodiscard]] QString archive() const { return folder_.filePath(QStringLiteral("report.tar.gz")); }

    QString program_;
    QTemporaryDir folder_;
    QProcess* process_ = nullptr;
    std::jthread saving_;
};

} // namespace bes::wizard
