// SPDX-License-Identifier: Apache-2.0
#include "apply/run.hpp"

#include <utility>

#include "model/try.hpp"

namespace bes::apply {

Run::Run(journal::Journal journal, std::string id, const Plan& plan, const Tools& tools)
    : journal_(std::move(journal)), id_(std::move(id)), plan_(plan), tools_(tools), root_(plan.request.root),
      services_(host::ServiceControl::open(root_)) {
}

Result<Plan> planOf(journal::Journal& journal, std::string_view run, const host::Root& root) {
    return journal.planOf(run).map([&](Plan plan) {
        plan.request.root = root.folder();
        return plan;
    });
}

Result<std::set<std::filesystem::path>> Run::foldersMade() {
    std::set<std::filesystem::path> folders;
    for (std::size_t step = 0; step < plan_.steps.size(); ++step) {
        TRY_ASSIGN(const auto effects, journal_.effects(id_, step));
        for (const journal::Effect& effect : effects)
            if (effect.kind == journal::Effect::Kind::newFolder)
                folders.insert(effect.path);
    }
    return folders;
}

Result<database::ConfigurationDatabase> Run::openDatabase() {
    const DatabaseAddress& address = plan_.request.database;
    TRY_ASSIGN(auto database, database::ConfigurationDatabase::open(address, tools_.databasePassword,
                                                                    database::Purpose::change));
    if (!database.partner().empty() && partner_ != database.partner())
        tools_.progress.note("the failover partner " + database.partner() + " answers in place of " +
                             address.server);
    partner_ = database.partner();
    return database;
}

void Run::keepNotStarted(Failure failure) {
    tools_.progress.note(failure.what + ": " + failure.why);
    notStarted_.push_back(std::move(failure));
}

void Run::stepDone(const Step& step) {
    weightDone_ += step.weight;
    tools_.progress.advanced(weightDone_);
}

void Run::advanced(std::uint64_t part) const {
    tools_.progress.advanced(weightDone_ + part);
}

} // namespace bes::apply
