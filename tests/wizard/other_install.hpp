// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>

#include "wizard/practice.hpp"

namespace bes::wizard {

/// An installation by another process, which has begun and waits in its first step: another program holds the
/// database, and the process stands still, so that it does not tire of waiting.
class OtherInstall {
public:
    explicit OtherInstall(const Practice& practice);
    ~OtherInstall();
    OtherInstall(const OtherInstall&) = delete;
    OtherInstall& operator=(const OtherInstall&) = delete;

    [[nodiscard]] qint64 process() const { return setup_.processId(); }
    void goOn();
    /// Waits for its end.
    [[nodiscard]] int exitCode();

private:
    QProcess setup_, sqlite_;
};

} // namespace bes::wizard
