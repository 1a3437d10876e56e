// SPDX-License-Identifier: Apache-2.0
// Of ConfigurationDatabase: what makes a database, brings it up to date and fills it.
#include "database/copy.hpp"
#include "database/opening.hpp"
#include "database/schema.hpp"

namespace bes::database {
namespace {

constexpr auto notCreated = "No BlackBerry Configuration Database was created";
constexpr auto notUpgraded = "The BlackBerry Configuration Database was not upgraded";

/// `inCommit` becomes true where nobody has said whether the last commit was done.
template<class Work>
auto guardedWithCommit(Connection& connection, const char* what, bool& inCommit, Work work)
    -> decltype(work()) {
    auto done = guarded(connection, what, work);
    inCommit = !done && leavesCommitOpen(connection, done.error());
    return done;
}

Result<void> createOnce(const ConnectionParameters& parameters, bool& inCommit) {
    TRY_ASSIGN(auto connection, Connection::openNew(parameters));
    return guardedWithCommit(connection, notCreated, inCommit, [&]() -> Result<void> {
        WriteTransaction transaction(connection);
        TRY(makeSchema(connection));
        transaction.commit();
        return {};
    });
}

/// Nobody said whether the tables were made: they are looked for, and made where they are not there.
Result<void> lookForCreated(const ConnectionParameters& parameters, Failure commit) {
    bool inCommit = false;
    auto again = createOnce(parameters, inCommit);
    if (!again && again.error().id == "database.exists")
        again = openCurrent(parameters, Access::read).map([](const Connection&) {});
    if (again || !isAboutConnection(again.error()))
        return again;
    return fail(stillOpen(std::move(commit), again.error()));
}

/// `from` becomes the version that the schema had.
Result<void> upgradeSchema(Connection& connection, int& from) {
    WriteTransaction transaction(connection);
    TRY_ASSIGN(from, schemaVersion(connection));
    if (from > currentSchemaVersion)
        return fail(newerSchema(connection, from));
    if (from < currentSchemaVersion) {
        migrate(connection, from);
        transaction.commit();
    }
    return {};
}

Result<void> upgradeOnce(const ConnectionParameters& parameters, int& from, bool& inCommit) {
    TRY_ASSIGN(auto connection, Connection::open(parameters, Access::write));
    return guardedWithCommit(connection, notUpgraded, inCommit,
                             [&] { return upgradeSchema(connection, from); });
}

} // namespace

Result<void> ConfigurationDatabase::create(const DatabaseAddress& address, const Secret& password) {
    const ConnectionParameters parameters = usualParameters(address, password);
    return withRights(parameters, Access::write, [&]() -> Result<void> {
        bool inCommit = false;
        auto created = createOnce(parameters, inCommit);
        return inCommit ? lookForCreated(parameters, std::move(created.error())) : std::move(created);
    });
}

Result<std::string> ConfigurationDatabase::script(const DatabaseAddress& address, const std::string& schema) {
    TRY_ASSIGN(const auto backend, Backend::find(address.backend));
    return backend->script(schema);
}

Result<int> ConfigurationDatabase::upgrade(const DatabaseAddress& address, const Secret& password) {
    const ConnectionParameters parameters = usualParameters(address, password);
    return withRights(parameters, Access::write, [&]() -> Result<int> {
        bool inCommit = false;
        int from = 0;
        auto upgraded = upgradeOnce(parameters, from, inCommit);
        if (inCommit) { // done again where it was not done: the version tells
            int now = 0;
            auto again = upgradeOnce(parameters, now, inCommit);
            upgraded = again || !isAboutConnection(again.error())
                           ? std::move(again)
                           : fail(stillOpen(std::move(upgraded.error()), again.error()));
        }
        return upgraded.map([&] { return from; });
    });
}

Result<std::vector<CopiedRows>> ConfigurationDatabase::copy(const DatabaseAddress& address,
                                                            const Secret& password, const DatabaseAddress& to,
                                                            const Secret& passwordOfTo) {
    using Copied = Result<std::vector<CopiedRows>>;
    const ConnectionParameters from = usualParameters(address, password);
    const ConnectionParameters target = usualParameters(to, passwordOfTo);
    // the target first: with the rights of somebody who has the source's file setup could not connect
    return withRights(target, Access::write, [&]() -> Copied {
        TRY_ASSIGN(auto empty, Connection::openNew(target));
        return withRights(from, Access::read, [&]() -> Copied {
            TRY_ASSIGN(auto source, openCurrent(from, Access::read));
            auto copied = copyContents(source, empty);
            if (copied || !leavesCommitOpen(empty, copied.error()))
                return copied;
            auto found = openCurrent(target, Access::read);
            if (found)
                return compareContents(source, *found);
            return fail(isAboutConnection(found.error())
                            ? stillOpen(std::move(copied.error()), found.error())
                            : std::move(copied.error())); // nothing is there: it was taken back
        });
    });
}

} // namespace bes::database
