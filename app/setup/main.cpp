#include "host/begin_process.hpp"
#include "run.hpp"

int main(int count, char** words) {
    using namespace bes;
    const auto begun = host::beginProcess(host::Program::setup, count, words);
    if (!begun)
        return host::tellNotBegun("bes-standby-setup", begun.error());
    app::Console console = app::systemConsole(begun->environment);
    return static_cast<int>(app::run(begun->words, begun->environment, console));
}
