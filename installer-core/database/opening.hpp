// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

#include "database/configuration_database.hpp"
#include "database/connection.hpp"
#include "model/try.hpp"

namespace bes::database {

// How ConfigurationDatabase comes to its connections.

[[nodiscard]] ConnectionParameters usualParameters(const DatabaseAddress& address, const Secret& password);

/// A connection whose schema is the current one.
[[nodiscard]] Result<Connection> openCurrent(const ConnectionParameters& parameters, Access access);

/// For reading. Where a program was killed in the middle of a write, the database system itself has to take
/// that write back first; for this it needs to write, which only those do who came to change something.
[[nodiscard]] Result<Connection> openForReading(const ConnectionParameters& parameters, Purpose purpose);

/// The database could not be asked.
[[nodiscard]] bool isAboutConnection(const Failure& failure);

/// The connection ended in the middle of a commit: nobody has said whether it was done.
[[nodiscard]] bool leavesCommitOpen(const Connection& connection, const Failure& failure);

/// Nobody has said whether a commit was done, and `look` failed, which was to find that out.
[[nodiscard]] Failure stillOpen(Failure commit, const Failure& look);

/// That it was not root who could not do it.
[[nodiscard]] Failure asStranger(Failure failure, const host::OtherWriter& stranger);

/// Root does nothing for somebody else that he could not do himself.
template<class Work>
auto withRights(const ConnectionParameters& parameters, Access access, Work work) -> decltype(work()) {
    TRY_ASSIGN(const auto backend, Backend::find(parameters.address.backend));
    TRY_ASSIGN(const auto stranger, backend->stranger(parameters.address, access));
    if (!stranger)
        return work();
    decltype(work()) done = fail(Failure{}); // `work` says otherwise, or it was not done
    TRY(host::doWithRightsOf(*stranger, [&] { done = work(); }));
    if (!done)
        return fail(asStranger(std::move(done.error()), *stranger));
    return done;
}

} // namespace bes::database
