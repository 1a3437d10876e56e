#include "plan/change.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "host/digest.hpp"
#include "model/component_choice.hpp"
#include "plan/configuration_files.hpp"
#include "plan/install_steps.hpp"
#include "plan/places.hpp"
#include "plan/running.hpp"
#include "plan/target.hpp"
#include "plan/unit_files.hpp"
#include "plan/weights.hpp"

namespace bes::plan {
namespace {

using Files = std::vector<InstalledFile>;

/// A unit without its order, which takes effect without a restart.
std::string withoutOrder(const std::string& unit) {
    const auto begin = unit.find("\nAfter=");
    return begin == unit.npos ? unit : std::string(unit).erase(begin, unit.find('\n', begin + 1) - begin);
}

InstalledFile installed(const TextFile& file) {
    return {file.path.string(), FileType::regular, file.mode, file.content.size(),
            host::sha256Hex(file.content)};
}

Version versionFor(const Maintenance& wanted) {
    return wanted.kind == Maintenance::Kind::upgrade ? Version::ofMedia : Version::installed;
}

std::vector<std::string> componentsOf(const Facts& facts, const Maintenance& wanted) {
    const Receipt& receipt = facts.installed.value()->receipt;
    const Catalog& catalog =
        versionFor(wanted) == Version::ofMedia ? facts.media.value().manifest.catalog : receipt.catalog;
    return bes::changedComponents(catalog, receipt.components, wanted.add, wanted.omit);
}

std::string packageOf(const InstalledFile& file, const Request& request) {
    return std::filesystem::path(file.path).lexically_relative(request.installFolder).begin()->string();
}

/// What is there, what shall be, and what follows from the difference.
class Change {
public:
    Change(const Facts& facts, const Request& request, const Maintenance& wanted)
        : facts_(facts), receipt_(facts.installed.value()->receipt),
          now_(facts, request, receipt_.components, Version::installed),
          target_(facts, request, componentsOf(facts, wanted), versionFor(wanted)) {
        for (const InstalledFile& file : receipt_.files)
            recorded_.emplace(file.path, file);
        for (const FileDifference& difference : facts.standby.value().differences.value())
            differences_.emplace(difference.path, difference);
        Receipt then = receipt_;
        then.components = target_.wanted().componentIds();
        then.catalog = target_.wanted().media.manifest.catalog;
        for (const Receipt* receipt : {&receipt_, static_cast<const Receipt*>(&then)})
            for (const std::string& path : editableFiles(*receipt))
                editable_.insert(path);
        compareFiles();
        compareTexts();
        findGone();
    }

    [[nodiscard]] Plan plan(std::string command) const;
    [[nodiscard]] bool needsMedia() const { return !publish_.empty() || !beside_.empty(); }

private:
    [[nodiscard]] const FileDifference* differenceOf(const std::string& path) const {
        const auto found = differences_.find(path);
        return found == differences_.end() ? nullptr : &found->second;
    }
    [[nodiscard]] bool recordedAs(const InstalledFile& file) const {
        const auto found = recorded_.find(file.path);
        return found != recorded_.end() && found->second == file;
    }
    /// Somebody edited what he may edit.
    [[nodiscard]] bool edited(const std::string& path) const {
        const FileDifference* difference = differenceOf(path);
        return difference != nullptr && editable_.contains(path) && difference->sentence != "is missing";
    }

    /// A folder that another version has with another mode.
    [[nodiscard]] bool isFolderAlready(const InstalledFile& file) const {
        const auto found = recorded_.find(file.path);
        const FileDifference* difference = differenceOf(file.path);
        return file.type == FileType::folder && found != recorded_.end() &&
               found->second.type == FileType::folder && (difference == nullptr || !difference->content);
    }

    /// It was edited, and what was installed is beside it: as it shall be.
    [[nodiscard]] bool settled(const InstalledFile& file) const {
        const FileDifference* difference = differenceOf(file.path);
        return difference != nullptr && difference->hasNewVersion && edited(file.path) && recordedAs(file);
    }

    void compareFiles();
    void compareTexts();
    void compareText(const TextFile& text, std::vector<TextFile>& write);
    void findGone();

    [[nodiscard]] std::set<std::string> changedUnits() const;
    [[nodiscard]] std::vector<Service> stopped() const;
    [[nodiscard]] std::vector<StartableService> startedAfterwards() const;
    [[nodiscard]] Receipt receiptAfter() const;
    [[nodiscard]] bool otherMedia() const {
        return target_.wanted().media.manifestSha256 != receipt_.mediaSha256;
    }
    [[nodiscard]] bool registrationDiffers() const;
    [[nodiscard]] std::vector<BasisEntry> basis() const;

    void addFiles(std::vector<Step>& steps) const;
    void addRemovals(std::vector<Step>& steps) const;
    void addTexts(std::vector<Step>& steps) const;
    void addTasks(std::vector<Step>& steps) const;
    void addStart(std::vector<Step>& steps) const;
    void addLastSteps(std::vector<Step>& steps) const;

    const Facts& facts_;
    const Receipt& receipt_;
    Target now_;
    Target target_;
    std::map<std::string, InstalledFile> recorded_;
    std::map<std::string, FileDifference> differences_;
    std::set<std::string> editable_;
    Files publish_, beside_, rights_; ///< of the payload
    std::vector<TextFile> units_, configuration_;
    Files gone_; ///< recorded and not wanted any more
};

void Change::compareFiles() {
    for (const InstalledFile& file : target_.payload()) {
        const FileDifference* difference = differenceOf(file.path);
        const bool stale = !recordedAs(file) || (difference != nullptr && difference->content);
        if (settled(file))
            continue;
        if (isFolderAlready(file) && stale) {
            rights_.push_back(file);
            continue;
        }
        if (stale && edited(file.path))
            beside_.push_back(file);
        else if (stale)
            publish_.push_back(file);
        else if (difference != nullptr)
            rights_.push_back(file);
    }
}

void Change::compareText(const TextFile& text, std::vector<TextFile>& write) {
    const std::string path = text.path.string();
    if (settled(installed(text)))
        return;
    if (edited(path))
        write.push_back({newVersionOf(path), text.mode, text.content});
    else if (!recordedAs(installed(text)) || differenceOf(path) != nullptr)
        write.push_back(text);
}

void Change::compareTexts() {
    for (const TextFile& unit : unitFiles(target_.wanted()))
        compareText(unit, units_);
    for (const TextFile& file : configurationFiles(target_.wanted()))
        compareText(file, configuration_);
}

void Change::findGone() {
    std::set<std::string> wanted;
    for (const InstalledFile& file : receiptAfter().files)
        wanted.insert(file.path);
    // what another version does not have any more stays where somebody edited it
    std::set<std::string> packages;
    for (const InstalledFile& file : target_.payload())
        packages.insert(packageOf(file, target_.wanted().request));
    for (const InstalledFile& file : receipt_.files)
        if (!wanted.contains(file.path) &&
            !(edited(file.path) && packages.contains(packageOf(file, target_.wanted().request))))
            gone_.push_back(file);
}

Receipt Change::receiptAfter() const {
    Receipt receipt = receipt_;
    const Wanted& wanted = target_.wanted();
    receipt.request = wanted.request;
    if (!otherMedia()) { // where it was named this time is of no importance
        receipt.request.media = receipt_.request.media;
        receipt.request.trust = receipt_.request.trust;
        receipt.request.allowUnsignedMedia = receipt_.request.allowUnsignedMedia;
    }
    receipt.mediaSha256 = wanted.media.manifestSha256;
    receipt.request.onStartFailure = receipt_.request.onStartFailure; // of this run alone
    receipt.catalog = wanted.media.manifest.catalog;
    receipt.components = wanted.componentIds();
    receipt.files = target_.payload();
    std::ranges::transform(unitFiles(wanted), std::back_inserter(receipt.files), installed);
    std::ranges::transform(configurationFiles(wanted), std::back_inserter(receipt.files), installed);
    std::ranges::sort(receipt.files, {}, &InstalledFile::path);
    std::erase_if(receipt.made.tasks, [&](const DominoTask& made) {
        return std::ranges::none_of(wanted.components, [&](const Component* component) {
            return component->dominoTask && sameName(*component->dominoTask, made.task);
        });
    });
    return receipt;
}

/// Units whose program, files or way to run is changed.
std::set<std::string> Change::changedUnits() const {
    std::map<std::string, std::string> before;
    for (const TextFile& unit : unitFiles(now_.wanted()))
        before[unit.path.string()] = withoutOrder(unit.content);
    std::set<std::string> changed;
    for (const TextFile& unit : units_)
        if (differenceOf(unit.path.string()) != nullptr ||
            before[unit.path.string()] != withoutOrder(unit.content))
            changed.insert(unit.path.filename().string());
    std::set<std::string> packages;
    for (const Files* files : {&publish_, &gone_})
        for (const InstalledFile& file : *files)
            if (file.type != FileType::folder)
                packages.insert(packageOf(file, target_.wanted().request));
    for (const Component* component : now_.wanted().components)
        if (packages.contains(component->package))
            for (const Service& service : component->services)
                changed.insert(service.unit);
    return changed;
}

/// Those that setup can start again, and those that go. Deferred ones that run have been started by the
/// failover process: they go on with what they have.
std::vector<Service> Change::stopped() const {
    const std::set<std::string> changed = changedUnits();
    std::set<std::string> goneUnits;
    for (const InstalledFile& file : gone_)
        goneUnits.insert(std::filesystem::path(file.path).filename().string());
    std::vector<Service> services;
    for (const Service& service : servicesOf(receipt_)) {
        const bool again =
            service.startPolicy == StartPolicy::startAfterSetup && changed.contains(service.unit);
        if (again || goneUnits.contains(service.unit))
            services.push_back(service);
    }
    return services;
}

/// What was stopped and stays, and what is new, or not deferred any more, where the standby runs.
std::vector<StartableService> Change::startedAfterwards() const {
    const auto& running = facts_.standby.value().running.value();
    const auto runs = [&](const std::string& unit) { return std::ranges::count(running, unit) > 0; };
    const std::vector<Service> stopping = stopped();
    const std::vector<Service> before = servicesOf(receipt_);
    const auto startedBefore = [&](const std::string& unit) {
        const auto found = std::ranges::find(before, unit, &Service::unit);
        return found != before.end() && found->startPolicy == StartPolicy::startAfterSetup;
    };
    std::vector<StartableService> services;
    for (const Service* service : target_.wanted().started) {
        const auto startable = StartableService::from(*service);
        const bool again =
            runs(service->unit) && std::ranges::count(stopping, service->unit, &Service::unit) > 0;
        const bool isNew = runs(standbyTarget) && !startedBefore(service->unit);
        if (startable && (again || isNew))
            services.push_back(*startable);
    }
    return services;
}

void Change::addFiles(std::vector<Step>& steps) const {
    const Request& request = target_.wanted().request;
    if (needsMedia()) {
        std::set<std::string> packages;
        for (const Files* files : {&publish_, &beside_})
            for (const InstalledFile& file : *files)
                packages.insert(packageOf(file, request));
        steps.push_back(stageStep(target_.wanted(), packages));
        const std::size_t files = publish_.size() + beside_.size();
        steps.push_back({.id = "files.publish",
                         .title = fmt::format("Make {} visible in {}", count(files, "file"),
                                              request.installFolder.string()),
                         .action = PublishFiles{stagingFolder(request), request.installFolder,
                                                replacedFolder(request.installFolder), publish_, beside_},
                         .undo = RestoreFiles{},
                         .weight = files * weightPerFile});
    }
    if (!rights_.empty())
        steps.push_back(
            {.id = "files.rights",
             .title = fmt::format("Give mode and owner back to {}", count(rights_.size(), "file")),
             .action = SetRights{rights_},
             .undo = RestoreFiles{},
             .weight = smallWeight});
}

void Change::addRemovals(std::vector<Step>& steps) const {
    const Request& request = target_.wanted().request;
    std::vector<std::filesystem::path> units;
    std::vector<std::filesystem::path> files;
    for (const InstalledFile& file : gone_) {
        if (file.type == FileType::folder)
            continue;
        (std::filesystem::path(file.path).parent_path() == unitFolder ? units : files)
            .emplace_back(file.path);
        if (editable_.contains(file.path))
            files.emplace_back(newVersionOf(file.path));
    }
    if (!units.empty())
        steps.push_back({.id = "units.remove",
                         .title = fmt::format("Take out {}", count(units.size(), "unit")),
                         .action = TakeOutUnits{units, {}, replacedFolder(unitFolder)},
                         .undo = RestoreUnits{},
                         .weight = smallWeight});
    if (!files.empty())
        steps.push_back({.id = "files.remove",
                         .title = fmt::format("Take {} out of {}", count(files.size(), "file"),
                                              request.installFolder.string()),
                         .action = TakeOutFiles{files, takenOutFolder(request.installFolder)},
                         .undo = RestoreFiles{},
                         .weight = smallWeight + files.size() * weightPerFile});
}

void Change::addTexts(std::vector<Step>& steps) const {
    const Request& request = target_.wanted().request;
    if (!configuration_.empty())
        steps.push_back(
            {.id = "configuration.write",
             .title = fmt::format("Write {}", configuration_.front().path.string()),
             .action = WriteConfiguration{configuration_, replacedFolder(request.configurationFolder)},
             .undo = RestoreFiles{},
             .weight = smallWeight});
    const bool enabled = facts_.standby.value().enabled;
    if (units_.empty() && enabled)
        return;
    InstallUnits act{units_, {}, replacedFolder(unitFolder)};
    Undo undo = RestoreUnits{};
    if (!enabled) {
        act.enable = {standbyTarget};
        undo = RemoveUnits{{standbyTarget}};
    }
    const std::string title = enabled          ? fmt::format("Install {}", count(units_.size(), "unit"))
                              : units_.empty() ? fmt::format("Let {} start with the computer", standbyTarget)
                                               : fmt::format("Install {}, let {} start with the computer",
                                                             count(units_.size(), "unit"), standbyTarget);
    steps.push_back({.id = "units.install",
                     .title = title,
                     .action = std::move(act),
                     .undo = std::move(undo),
                     .weight = smallWeight});
}

void Change::addTasks(std::vector<Step>& steps) const {
    const Receipt after = receiptAfter();
    for (const DominoTask& made : receipt_.made.tasks)
        if (std::ranges::count(after.made.tasks, made) == 0)
            steps.push_back(takeOutTaskStep(made));
    std::ranges::move(dominoTaskSteps(facts_, target_.wanted()), std::back_inserter(steps));
}

void Change::addStart(std::vector<Step>& steps) const {
    StartServices act{startedAfterwards(), target_.wanted().request.onStartFailure};
    if (facts_.serviceManager.value() != ServiceManagerState::running || act.services.empty())
        return;
    StopServices undo;
    for (auto service = act.services.rbegin(); service != act.services.rend(); ++service)
        undo.units.push_back(service->unit());
    const std::size_t services = act.services.size();
    steps.push_back({.id = "services.start",
                     .title = fmt::format("Start {}, in order", count(services, "service")),
                     .action = std::move(act),
                     .undo = std::move(undo),
                     .weight = services * weightPerStart});
}

bool Change::registrationDiffers() const {
    if (!facts_.database.known())
        return false;
    const RegisterStandby row = registrationOf(facts_, target_.wanted());
    const Server* standby = facts_.database.value().findServer(row.standby);
    const Pair* pair = facts_.database.value().findPairOfPrimary(row.primary);
    if (standby == nullptr || pair == nullptr)
        return true;
    const auto sorted = [](std::vector<std::string> values) {
        std::ranges::sort(values);
        return values;
    };
    return standby->fullyQualifiedName != row.fullyQualifiedName ||
           standby->dominoServer != row.dominoServer || standby->version != row.version ||
           sorted(standby->addresses) != sorted(row.addresses) ||
           sorted(standby->components) != sorted(row.components) ||
           standby->srp != target_.wanted().primary.srp;
}

void Change::addLastSteps(std::vector<Step>& steps) const {
    const bool refresh = registrationDiffers();
    std::vector<std::filesystem::path> folders;
    for (auto file = gone_.rbegin(); file != gone_.rend(); ++file)
        if (file->type == FileType::folder)
            folders.emplace_back(file->path);
    if (steps.empty() && !refresh && folders.empty() && receiptAfter() == receipt_)
        return;
    const auto add = [&](std::string id, std::string title, Action action) {
        steps.push_back({std::move(id), std::move(title), std::move(action), NothingToUndo{}, smallWeight});
    };
    add("receipt.record", "Record what is installed; what follows is not undone but finished",
        RecordReceipt{});
    if (refresh)
        add("standby.refresh",
            fmt::format("Write the registration of {} anew; the database copies the SRP credentials",
                        receipt_.standby),
            RefreshRegistration{registrationOf(facts_, target_.wanted())});
    if (!folders.empty())
        add("folders.remove", fmt::format("Remove {}, where empty", count(folders.size(), "folder")),
            RemoveEmptyFolders{folders});
}

std::vector<BasisEntry> Change::basis() const {
    std::vector<BasisEntry> basis;
    if (otherMedia()) {
        const auto isFile = [](const InstalledFile& file) { return file.type != FileType::folder; };
        const auto isNew = [&](const InstalledFile& file) { return !recorded_.contains(file.path); };
        const auto published = std::ranges::count_if(publish_, isFile);
        const auto added = std::ranges::count_if(
            publish_, [&](const InstalledFile& file) { return isFile(file) && isNew(file); });
        basis.push_back({"version", fmt::format("{} is installed, the media has {}", receipt_.catalog.version,
                                                target_.wanted().media.manifest.catalog.version)});
        basis.push_back({"files", fmt::format("{} new, {} other, {} gone", added, published - added,
                                              std::ranges::count_if(gone_, isFile))});
    }
    for (const auto& [path, difference] : differences_)
        if (!difference.hasNewVersion)
            basis.push_back({path, difference.sentence});
    if (registrationDiffers())
        basis.push_back({"database", fmt::format("the registration of {} differs", receipt_.standby)});
    if (!facts_.standby.value().enabled)
        basis.push_back({standbyTarget, "does not start with the computer"});
    return basis;
}

Plan Change::plan(std::string command) const {
    Plan plan{.command = std::move(command),
              .request = target_.wanted().request,
              .basis = basis(),
              .receipt = receiptAfter(),
              .steps = {}};
    if (auto stop = stopOf(facts_, stopped(), Targets::goOn))
        plan.steps.push_back(std::move(*stop));
    if (!facts_.serviceAccountExists.value())
        plan.steps.push_back(accountStep(target_.wanted()));
    if (!facts_.standby.value().hasLogFolder)
        plan.steps.push_back(logFolderStep(target_.wanted()));
    addFiles(plan.steps);
    addRemovals(plan.steps);
    addTexts(plan.steps);
    addTasks(plan.steps);
    addStart(plan.steps);
    addLastSteps(plan.steps);
    return plan;
}

} // namespace

std::vector<std::string> changedComponents(const Receipt& receipt, const Maintenance& wanted) {
    return bes::changedComponents(receipt.catalog, receipt.components, wanted.add, wanted.omit);
}

Plan makeChange(const Facts& facts, const Request& request, const Maintenance& wanted) {
    using enum Maintenance::Kind;
    return Change(facts, request, wanted)
        .plan(wanted.kind == modify    ? "modify"
              : wanted.kind == upgrade ? "upgrade"
                                       : "repair");
}

bool needsMedia(const Facts& facts, const Request& request, const Maintenance& wanted) {
    return Change(facts, request, wanted).needsMedia();
}

} // namespace bes::plan
