// SPDX-License-Identifier: Apache-2.0
#include "run_failure.hpp"

#include "output/findings_view.hpp"
#include "output/install_json.hpp"

namespace bes::app {

ExitCode tellFailure(const Failure& failure, RunLog& log, bool json, Console& console) {
    log.ended(failure);
    if (json)
        writeRunFailure(failure, log.file(), console.out);
    else
        showFailure(failure, console.errors, log.file());
    return failure.code;
}

} // namespace bes::app
