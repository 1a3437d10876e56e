// SPDX-License-Identifier: Apache-2.0
#include "journal/run_under_way.hpp"

#include "host/run_note.hpp"
#include "journal/state_folder.hpp"

namespace bes::journal {
namespace {

std::filesystem::path lockFile(const host::Root& root) {
    return root(stateFolder()) / "lock";
}

/// For accounts that may not look into the state folder; gone with the computer's next start.
constexpr const char* note = "/run/bes-standby-setup.run";

} // namespace

Result<host::RunLock> lock(const host::Root& root) {
    // an image's own accounts do not look into it while it is worked on
    return host::RunLock::acquire(lockFile(root), root.isRunningSystem() ? note : std::filesystem::path());
}

std::optional<host::LockHolder> runUnderWay(const host::Root& root) {
    auto holder = host::RunLock::holder(lockFile(root));
    return holder || !root.isRunningSystem() ? holder : host::notedRun(note);
}

std::optional<host::LockHolder> otherRunUnderWay(const host::Root& root) {
    return host::RunLock::isHeldHere(lockFile(root)) ? std::nullopt : runUnderWay(root);
}

} // namespace bes::journal
