// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <catch2/catch.hpp>

#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

#include "unit/core/practice_site.hpp"

inline constexpr std::size_t stepsOfInstall = 11;

/// Another process acts and is killed at the start of that step.
template<class Act>
void dieAt(std::size_t step, Act act) {
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        AtEachStep progress([&](std::size_t index) {
            if (index == step)
                (void)raise(SIGKILL);
        });
        (void)act(progress);
        _exit(0);
    }
    int ended = 0;
    REQUIRE(waitpid(child, &ended, 0) == child);
    REQUIRE(WIFSIGNALED(ended));
}

inline void installAndDieAt(std::size_t step, const bes::Request& request) {
    dieAt(step, [&](bes::Progress& progress) {
        return bes::install(request, {bes::Passwords(), progress, {}});
    });
}
