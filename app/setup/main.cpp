#include "run.hpp"

int main(int count, char** words) {
    using namespace bes;
    const answers::Environment environment = answers::processEnvironment();
    app::Console console = app::systemConsole(environment);
    return static_cast<int>(app::run({words + 1, words + count}, environment, console));
}
