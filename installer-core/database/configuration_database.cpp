// SPDX-License-Identifier: Apache-2.0
#include "database/configuration_database.hpp"

#include "database/confidential.hpp"
#include "database/opening.hpp"
#include "database/pair.hpp"
#include "database/read.hpp"
#include "model/try.hpp"

namespace bes::database {

struct ConfigurationDatabase::State {
    ConnectionParameters parameters;
    Purpose purpose;
    std::string partner{};
};

namespace {

Access accessFor(Purpose purpose) {
    return purpose == Purpose::look ? Access::read : Access::write;
}

/// Connects, does the work and disconnects: nothing is held while setup does other things. `inCommit` becomes
/// true where the connection ended in the middle of a commit: then nobody has said whether it was done.
template<class Work>
auto writeOnce(const ConnectionParameters& parameters, const std::string& what, Work work, bool& inCommit)
    -> decltype(work(std::declval<Connection&>())) {
    return withRights(parameters, Access::write, [&]() -> decltype(work(std::declval<Connection&>())) {
        TRY_ASSIGN(auto connection, openCurrent(parameters, Access::write));
        auto done = guarded(connection, what, [&] { return work(connection); });
        inCommit = !done && leavesCommitOpen(connection, done.error());
        return done;
    });
}

/// The same, again where the server gave another program precedence: it took the work back and asks for that.
/// Where nobody said whether a commit was done it is looked up, by the same work: it does nothing where it
/// finds its own.
template<class Work>
auto write(const ConnectionParameters& parameters, const std::string& what, Work work)
    -> decltype(work(std::declval<Connection&>())) {
    bool inCommit = false;
    auto done = writeOnce(parameters, what, work, inCommit);
    for (int again = 0; !done && done.error().id == "database.conflict" && again < 2; ++again)
        done = writeOnce(parameters, what, work, inCommit);
    if (done || !inCommit)
        return done;
    auto found = writeOnce(parameters, what, work, inCommit);
    if (found || !isAboutConnection(found.error()))
        return found;
    return fail(stillOpen(std::move(done.error()), found.error()));
}

} // namespace

ConfigurationDatabase::ConfigurationDatabase(std::unique_ptr<State> state) : state_(std::move(state)) {
}
ConfigurationDatabase::ConfigurationDatabase(ConfigurationDatabase&&) noexcept = default;
ConfigurationDatabase& ConfigurationDatabase::operator=(ConfigurationDatabase&&) noexcept = default;
ConfigurationDatabase::~ConfigurationDatabase() = default;

Result<ConfigurationDatabase> ConfigurationDatabase::open(const DatabaseAddress& address,
                                                          const Secret& password, Purpose purpose) {
    auto state = std::make_unique<State>(State{usualParameters(address, password), purpose});
    auto opened = withRights(state->parameters, accessFor(purpose), [&] {
        return openForReading(state->parameters, purpose).map([&](Connection connection) {
            state->partner = connection.partner();
        });
    });
    if (!opened)
        return fail(std::move(opened.error()));
    return ConfigurationDatabase(std::move(state));
}

const std::string& ConfigurationDatabase::partner() const {
    return state_->partner;
}

Result<void> ConfigurationDatabase::expectChangeable(const DatabaseAddress& address) {
    const ConnectionParameters parameters = usualParameters(address, {});
    TRY_ASSIGN(const auto backend, Backend::find(address.backend));
    return withRights(parameters, Access::write,
                      [&] { return backend->expectAllowed(address, Access::write); });
}

Result<DatabaseContents> ConfigurationDatabase::read() {
    const State& state = *state_;
    return withRights(state.parameters, accessFor(state.purpose), [&]() -> Result<DatabaseContents> {
        TRY_ASSIGN(auto connection, openForReading(state.parameters, state.purpose));
        return guarded(connection, "The BlackBerry Configuration Database can't be read",
                       [&]() -> Result<DatabaseContents> { return readContents(connection); });
    });
}

Result<Confidential> ConfigurationDatabase::readConfidential() {
    const State& state = *state_;
    return withRights(state.parameters, accessFor(state.purpose), [&]() -> Result<Confidential> {
        TRY_ASSIGN(auto connection, openForReading(state.parameters, state.purpose));
        return guarded(connection, "The BlackBerry Configuration Database can't be read",
                       [&]() -> Result<Confidential> { return database::readConfidential(connection); });
    });
}

Result<std::vector<std::string>> ConfigurationDatabase::missingRights() {
    if (state_->parameters.address.isFile())
        return std::vector<std::string>();
    TRY_ASSIGN(auto connection, openForReading(state_->parameters, state_->purpose));
    return guarded(connection, "Setup can't read the permissions of the BlackBerry Configuration Database",
                   [&]() -> Result<std::vector<std::string>> {
                       return connection.backend().missingRights(connection.sql());
                   });
}

Result<void> ConfigurationDatabase::reserve(const ReservePair& pair, std::string_view run) {
    bool mayBeThere = false;
    return reserve(pair, run, mayBeThere);
}

Result<void> ConfigurationDatabase::reserve(const ReservePair& pair, std::string_view run, bool& mayBeThere) {
    return write(
        state_->parameters, pair.primary + " was not reserved for the standby " + pair.standby,
        [&](Connection& connection) { return reservePair(connection, pair, std::string(run), mayBeThere); });
}

Result<void> ConfigurationDatabase::release(std::string_view primary, std::string_view run) {
    return write(state_->parameters, "The reservation of " + std::string(primary) + " was not released",
                 [&](Connection& connection) -> Result<void> {
                     releasePair(connection, std::string(primary), std::string(run));
                     return {};
                 });
}

Result<void> ConfigurationDatabase::releaseReservation(std::string_view primary) {
    return write(state_->parameters, "The reservation of " + std::string(primary) + " was not released",
                 [&](Connection& connection) {
                     return database::releaseReservation(connection, std::string(primary));
                 });
}

Result<void> ConfigurationDatabase::registerStandby(const RegisterStandby& standby, std::string_view run) {
    return write(state_->parameters, "The standby " + standby.standby + " was not registered",
                 [&](Connection& connection) {
                     return database::registerStandby(connection, standby, std::string(run));
                 });
}

Result<void> ConfigurationDatabase::unregisterStandby(std::string_view standby, std::string_view run) {
    return write(state_->parameters, "The registration of " + std::string(standby) + " was not rolled back",
                 [&](Connection& connection) -> Result<void> {
                     database::unregisterStandby(connection, std::string(standby), std::string(run));
                     return {};
                 });
}

Result<bool> ConfigurationDatabase::refreshStandby(const RegisterStandby& standby) {
    return write(state_->parameters, "The registration of " + standby.standby + " was not updated",
                 [&](Connection& connection) { return database::refreshStandby(connection, standby); });
}

Result<void> ConfigurationDatabase::removePair(std::string_view primary, std::string_view standby) {
    return write(state_->parameters, "The standby " + std::string(standby) + " was not removed",
                 [&](Connection& connection) {
                     return database::removePair(connection, std::string(primary), std::string(standby));
                 });
}

} // namespace bes::database
