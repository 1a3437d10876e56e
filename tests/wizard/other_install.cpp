// SPDX-License-Identifier: Apache-2.0
#include "wizard/other_install.hpp"

#include <csignal>

#include <catch2/catch.hpp>

#include "run_follower.hpp"

namespace bes::wizard {

OtherInstall::OtherInstall(const Practice& practice) {
    const QString database = QString::fromStdString(practice.database().string());
    sqlite_.start(QStringLiteral("sqlite3"), {database});
    REQUIRE(sqlite_.waitForStarted());
    sqlite_.write("BEGIN IMMEDIATE;\nSELECT 'locked';\n");
    REQUIRE(sqlite_.waitForReadyRead(30000));
    setup_.start(Practice::setup(), {QStringLiteral("install"), QStringLiteral("--answer-file"),
                                     QString::fromStdString(practice.answerFile())});
    REQUIRE(setup_.waitForStarted());
    RunFollower follower(practice.root());
    REQUIRE(waitUntil([&] {
        const auto now = follower.look();
        return now && now->state == FollowedRun::State::steps && now->stepInProgress();
    }));
    ::kill(static_cast<pid_t>(process()), SIGSTOP);
}

OtherInstall::~OtherInstall() {
    setup_.kill();
    setup_.waitForFinished();
    sqlite_.kill();
    sqlite_.waitForFinished();
}

void OtherInstall::goOn() {
    sqlite_.write("ROLLBACK;\n");
    sqlite_.closeWriteChannel();
    REQUIRE(sqlite_.waitForFinished());
    ::kill(static_cast<pid_t>(process()), SIGCONT);
}

int OtherInstall::exitCode() {
    REQUIRE(waitUntil([&] { return setup_.state() == QProcess::NotRunning; }));
    return setup_.exitCode();
}

} // namespace bes::wizard
