// SPDX-License-Identifier: Apache-2.0
#include "engine/engine_call.hpp"

#include <QStandardPaths>

#include "host/accounts.hpp"
#include "host/files.hpp"
#include "host/root.hpp"

namespace bes::wizard {

ElevationMeans elevationMeans(const std::filesystem::path& root) {
    ElevationMeans means;
    means.privileged = host::isAdministrator();
    means.rootIsWritable = !host::Root(root).isRunningSystem() && host::checkWritable(root).has_value();
    means.pkexec = QStandardPaths::findExecutable(QStringLiteral("pkexec"));
    means.sudo = QStandardPaths::findExecutable(QStringLiteral("sudo"));
    means.sudoAsks = qEnvironmentVariableIsSet("SUDO_ASKPASS");
    return means;
}

std::optional<EngineCall> engineCall(const QString& engine, const QStringList& words,
                                     const ElevationMeans& means) {
    if (means.privileged || means.rootIsWritable)
        return EngineCall{engine, words, Elevation::none};
    if (!means.pkexec.isEmpty())
        return EngineCall{means.pkexec, QStringList{engine} + words, Elevation::pkexec};
    if (means.sudo.isEmpty())
        return std::nullopt;
    // without a helper sudo would ask on a terminal that nobody sees
    const QString how = means.sudoAsks ? QStringLiteral("-A") : QStringLiteral("-n");
    return EngineCall{means.sudo, QStringList{how, QStringLiteral("--"), engine} + words, Elevation::sudo};
}

} // namespace bes::wizard
