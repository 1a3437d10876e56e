// SPDX-License-Identifier: Apache-2.0
// Wine has the network of the computer on which it runs, but no python: packaging/windows/test has serve.py
// run there, once for all tests, and says by a variable into which folder it writes.
#include "unit/web_server/serving.hpp"

#include <cstdlib>
#include <stdexcept>

struct Serving::Program {
    std::filesystem::path folder;
};

Serving::Serving() {
    const char* const folder = std::getenv("BES_TEST_WEB_SERVERS");
    if (folder == nullptr)
        throw std::runtime_error("no web servers for tests: packaging/windows/test starts them");
    program_ = std::make_unique<Program>(Program{folder});
}

Serving::~Serving() = default;

const std::filesystem::path& Serving::folder() const {
    return program_->folder;
}
