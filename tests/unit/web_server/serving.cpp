// SPDX-License-Identifier: Apache-2.0
#include "unit/web_server/serving.hpp"

#include <sys/prctl.h>

#include "places_of_tests.hpp"
#include "unit/host/child_process.hpp"
#include "unit/temporary_folder.hpp"

namespace {

/// Ends with the test program, even where that crashes.
int serve(const std::filesystem::path& folder) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::execlp("python3", "python3", BES_SOURCE_DIR "/tests/unit/web_server/serve.py", folder.c_str(),
             static_cast<char*>(nullptr));
    return 127;
}

} // namespace

struct Serving::Program {
    TemporaryFolder folder;
    ChildProcess process{[this] { return serve(folder.path()); }};
};

Serving::Serving() : program_(std::make_unique<Program>()) {
}

Serving::~Serving() = default;

const std::filesystem::path& Serving::folder() const {
    return program_->folder.path();
}
