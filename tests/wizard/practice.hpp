// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QString>
#include <QTemporaryDir>

#include "model/request.hpp"

namespace bes::wizard {

/// The practice computer standby1 in a folder, without standby, and a copy of the practice site's database.
class Practice {
public:
    Practice();

    /// The answers of the practice environment for that computer.
    [[nodiscard]] Request request() const;
    /// An answer file with them.
    [[nodiscard]] std::string answerFile() const;
    [[nodiscard]] std::filesystem::path root() const { return folder() / "root"; }
    [[nodiscard]] std::filesystem::path database() const { return folder() / "BESMgmt.db"; }
    /// Every file of computer and database, with type, size and time of its content; to see that nothing was
    /// left or lost.
    [[nodiscard]] std::vector<std::string> contents() const;

    [[nodiscard]] static QString setup();
    /// Adds free primaries, called BULK-00001 and so on.
    void addPrimaries(int count) const;
    /// What a command prints; a failed one fails the test.
    static std::string output(const QString& program, const QStringList& words);

private:
    [[nodiscard]] std::filesystem::path folder() const { return folder_.path().toStdString(); }

    QTemporaryDir folder_;
};

/// Runs the event loop until it is so; false after 60 seconds.
[[nodiscard]] bool waitUntil(const std::function<bool()>& so);

} // namespace bes::wizard
