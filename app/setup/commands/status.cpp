#include "commands/commands.hpp"

#include "output/document.hpp"
#include "output/installed_view.hpp"
#include "setup.hpp"

namespace bes::app {
namespace {

Json serviceJson(const ServiceStatus& entry) {
    return {{"component", entry.component},
            {"name", entry.service.name},
            {"display_name", entry.service.displayName},
            {"unit", entry.service.unit},
            {"start_policy", toString(entry.service.startPolicy)},
            {"state", host::toString(entry.state)}};
}

Json statusDocument(const StandbyStatus& status) {
    Json json = document("status");
    json["installed"] = status.receipt.has_value();
    json["service_manager"] = status.serviceManager == ServiceManagerState::running ? "running" : "offline";
    json["unfinished_run"] = nullptr;
    if (const auto& run = status.unfinishedRun)
        json["unfinished_run"] = {{"run", run->run}, {"command", run->command}, {"since", run->since}};
    if (!status.receipt)
        return json;
    const Receipt& receipt = *status.receipt;
    json["standby"] = receipt.standby;
    json["primary"] = receipt.primary;
    json["computer"] = receipt.computer;
    json["installed_at"] = receipt.installedAt;
    json["run"] = receipt.run;
    json["components"] = receipt.components;
    json["services"] = Json::array();
    for (const ServiceStatus& entry : status.services)
        json["services"].push_back(serviceJson(entry));
    json["domino_tasks"] = status.dominoTasks;
    json["damage"] = status.damage;
    return json;
}

Result<ExitCode> statusCommand(const Invocation& invocation) {
    const auto answers = invocation.answers();
    if (!answers)
        return fail(answers.error());
    const auto& root = answers->request.root;
    if (std::error_code error; !std::filesystem::is_directory(root, error))
        return fail(ExitCode::usage, "status.root", "There is no folder " + root.string(),
                    error ? error.message() : "it is no folder",
                    "Name the folder of an image with --root DIR.");
    const auto standby = bes::status(root);
    if (!standby)
        return fail(standby.error());
    if (invocation.json())
        write(statusDocument(*standby), invocation.console.out);
    else
        showStatus(*standby, invocation.console.out);
    return standby->receipt ? ExitCode::success : ExitCode::notInstalled;
}

} // namespace

std::vector<Command> statusCommands() {
    return {{.name = "status",
             .summary = "Show the standby of this computer and how its services are",
             .details = "Looks at this computer only, not at the database.",
             .answers = answers::answersIn({"target"}),
             .run = statusCommand,
             .onlyShows = true}};
}

} // namespace bes::app
