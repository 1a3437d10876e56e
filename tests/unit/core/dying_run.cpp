// SPDX-License-Identifier: Apache-2.0
#include "unit/core/dying_run.hpp"

#include <catch2/catch.hpp>

#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

#include "unit/core/practice_site.hpp"

void dieAt(std::size_t step, const bes::EngineOrder& order) {
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        AtEachStep progress([&](std::size_t index) {
            if (index == step)
                (void)raise(SIGKILL);
        });
        carryOut(order, progress);
        _exit(0);
    }
    int ended = 0;
    REQUIRE(waitpid(child, &ended, 0) == child);
    REQUIRE(WIFSIGNALED(ended));
}
