// SPDX-License-Identifier: Apache-2.0
#include <exception>

#include "host/begin_process.hpp"
#include "host/exhaustion.hpp"
#include "run.hpp"

int main(int count, char** words) {
    using namespace bes;
    try {
        const auto begun = host::beginProcess(host::Program::setup, count, words);
        if (!begun)
            return host::tellNotBegun("bes-standby-setup", begun.error());
        app::Console console = app::systemConsole(begun->environment);
        app::obeySignals(begun->words, console);
        console.becamePractice = [&] {
            app::obeySignals(begun->words, console);
        }; // whose last words say so too
        return static_cast<int>(app::run(begun->words, begun->environment, console));
    } catch (const std::exception& error) {
        const auto failure = host::exhausted(error);
        return failure ? host::tellNotBegun("bes-standby-setup", *failure)
                       : static_cast<int>(ExitCode::internalError);
    }
}
