// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>

#include <QString>
#include <QStringList>

namespace bes::wizard {

/// How a program is started so that it may change the computer.
enum class Elevation {
    none,   ///< not needed: this person may do it already
    pkexec, ///< the desktop asks for the password
    sudo,   ///< through the helper that SUDO_ASKPASS names, or where sudo asks for nothing
};

/// What there is to become an administrator with.
struct ElevationMeans {
    bool privileged = false;     ///< this process is an administrator's
    bool rootIsWritable = false; ///< the computer is an image or practice folder of this person
    QString pkexec;              ///< path; empty where it is not installed
    QString sudo;
    bool sudoAsks = false; ///< SUDO_ASKPASS is set
};
[[nodiscard]] ElevationMeans elevationMeans(const std::filesystem::path& root);

struct EngineCall {
    QString program;
    QStringList words;
    Elevation elevation = Elevation::none;
};

/// Empty where there is no means to become an administrator.
[[nodiscard]] std::optional<EngineCall> engineCall(const QString& engine, const QStringList& words,
                                                   const ElevationMeans& means);

} // namespace bes::wizard
