// SPDX-License-Identifier: Apache-2.0
#include "report_collection.hpp"

#include <fmt/format.h>

#include "answers/answers.hpp"
#include "answers/usual_request.hpp"
#include "history.hpp"
#include "host/dead_memory.hpp"
#include "host/files.hpp"
#include "host/interruption.hpp"
#include "host/network.hpp"
#include "host/own_process.hpp"
#include "host/root.hpp"
#include "logs_of_run.hpp"
#include "maintenance.hpp"
#include "model/seen_facts.hpp"
#include "model/try.hpp"
#include "output/document.hpp"
#include "output/history_view.hpp"
#include "output/installed_view.hpp"
#include "output/report_texts.hpp"
#include "output/status_json.hpp"
#include "report/archive.hpp"
#include "report/known_people.hpp"
#include "report_sources.hpp"
#include "setup.hpp"
#include "standby_status.hpp"
#include "text/utc.hpp"

namespace bes::app {
namespace {

/// Nothing but which computer it is about, and how to get at its database.
bool asksForNothing(Request request) {
    request.root = topFolder();
    request.computer.clear();
    request.database.password = {};
    return request == answers::usualRequest(host::thisSystem());
}

/// Puts the parts together, each by itself: one that fails does not keep the others out.
class Collecting {
public:
    Collecting(const ReportWish& wish, const std::stop_token& stop)
        : wish_(wish), stop_(stop), request_(wish.request), root_(wish.request.root),
          contents_(people_, secrets_) {}

    Result<CollectedReport> all() {
        status_ = bes::status(request_.root);
        lookBack();
        findRequest();
        fetchPasswords();
        look();
        if (stop_.stop_requested())
            return fail(host::cancelled());
        learnNames();
        learnConfidential();
        host::overwriteDeadMemory();
        addFindings();
        addPlans();
        addFacts();
        addInstalled();
        addRuns();
        addLogs(root_, contents_);
        addServices();
        contents_.add({"versions.txt", "versions of setup, system and libraries"}, versionsText(root_));
        return finished();
    }

private:
    void lookBack();
    void findRequest();
    void fetchPasswords();
    void look();
    void lookAtInstalled();
    void learnNames();
    void learnConfidential();
    void addFindings();
    void addPlans();
    void addFacts();
    void addInstalled();
    void addRuns();
    void addServices();
    CollectedReport finished();
    std::vector<std::string> introduction(const std::string& time);

    const Receipt* receipt() const { return status_ && status_->receipt ? &*status_->receipt : nullptr; }
    const Plan* lastPlan() const { return last_ && *last_ ? &(*last_)->plan : nullptr; }

    const ReportWish& wish_;
    const std::stop_token& stop_;
    Request request_;
    host::Root root_;
    report::People people_;
    report::SecretSearch secrets_;
    report::Contents contents_;
    Result<StandbyStatus> status_ = StandbyStatus();
    Result<std::vector<PastRun>> runs_ = std::vector<PastRun>();
    std::optional<Result<Replay>> last_; ///< the newest of them; empty: there is none
    Passwords passwords_;
    Inspection inspection_;
    std::string about_; ///< what was checked
    bool ofInstalled_ = false;
    std::string seenAt_;
};

/// What was tried, and who tried it.
void Collecting::lookBack() {
    runs_ = pastRuns(request_.root);
    if (runs_ && !runs_->empty())
        last_ = replay(request_.root, runs_->front());
}

void Collecting::findRequest() {
    if (!asksForNothing(request_)) {
        about_ = "what the answers ask for";
        return;
    }
    if (const Receipt* installed = receipt()) {
        request_ = requestOfInstalled(*installed, request_);
        about_ = "the standby that is installed";
        ofInstalled_ = true;
    } else if (const Plan* tried = lastPlan()) {
        const Request asked = std::exchange(request_, tried->request);
        request_.root = asked.root;
        if (!asked.database.password.text.empty())
            request_.database.password = asked.database.password;
        about_ = "what the last run was asked for (" + tried->command + ")";
    }
}

void Collecting::fetchPasswords() {
    auto fetched = wish_.passwords(request_);
    if (!fetched)
        return contents_.miss("passwords", fetched.error().what + ": " + fetched.error().why);
    passwords_ = std::move(*fetched);
}

void Collecting::look() {
    seenAt_ = utcNow();
    static const auto notAsked =
        Fact<domino::DominoFacts>::unknown("The Domino servers were not asked, because of --local");
    if (ofInstalled_)
        lookAtInstalled();
    else
        inspection_ = inspect(request_, passwords_, {wish_.local ? &notAsked : nullptr, stop_});
    if (wish_.local)
        inspection_.facts.domino = notAsked;
}

/// As `repair` looks, and in addition what the Domino servers say.
void Collecting::lookAtInstalled() {
    const Maintenance repair{.kind = Maintenance::Kind::repair};
    inspection_ = inspectInstalled(request_, repair, passwords_.database);
    if (wish_.local || !receipt())
        return;
    DominoLook asked = askDominoServers(request_, passwords_, stop_);
    inspection_.facts.domino = asked.domino.known() || stop_.stop_requested()
                                   ? std::move(asked.domino)
                                   : bes::readiness(*receipt(), request_.root, stop_).facts;
}

void Collecting::learnNames() {
    report::keepAccounts(people_, request_);
    report::keepServers(people_, inspection_.facts);
    if (const Receipt* installed = receipt())
        report::keepServers(people_, *installed);
    if (const Plan* tried = lastPlan())
        report::keepServers(people_, tried->receipt);
    for (const host::Root& root : {host::Root(), root_})
        if (const auto accounts = host::readFile(root.followed("/etc/passwd")))
            report::knowAccounts(people_, *accounts);
    people_.know({host::personsAccount()});
    if (status_ && status_->underWay)
        people_.know({status_->underWay->account});
    if (runs_)
        for (const PastRun& run : *runs_)
            people_.know({run.record.account});
    report::knowAccounts(people_, inspection_.facts);
    report::knowAccounts(people_, request_);
}

/// What must not be in the report can be looked for only where it is known.
void Collecting::learnConfidential() {
    const auto add = [&](const std::string& name, const Secret& secret) {
        if (!secrets_.add(name, secret))
            contents_.miss("search for " + name, "it is too short to be told from other text");
    };
    add("the password of the database", passwords_.database);
    add("the password of the Domino Directory", passwords_.dominoHttp);
    for (const auto& [name, secret] : wish_.secrets)
        add(name, secret);
    if (!request_.database.complete())
        return;
    const auto confidential = readConfidential(request_.database, passwords_.database);
    if (!confidential)
        return contents_.miss("names of users", "not known, so they are recognised by their form: " +
                                                    confidential.error().what + ": " +
                                                    confidential.error().why);
    for (const Secret& key : confidential->srpKeys)
        add("an SRP authentication key", key);
    for (const database::User& user : confidential->users)
        report::knowUser(people_, user.displayName, user.address, user.mailbox, user.stateDatabase);
}

void Collecting::addFindings() {
    if (about_.empty())
        return contents_.miss("findings.txt",
                              "no answers were given, nothing is installed, and no run can be seen "
                              "that tried it");
    contents_.add({"findings.txt", "what a check says about " + about_}, findingsText(inspection_.findings));
    contents_.addDocument({"findings.json", "the same, for programs"},
                          findingsDocument(inspection_.findings));
}

void Collecting::addPlans() {
    if (const auto& plan = inspection_.plan) {
        contents_.add({"plan.txt", "what setup would do now"}, planText(*plan, inspection_.findings));
        contents_.addDocument({"plan.json", "the same, for programs"}, toJson(*plan));
    } else if (!about_.empty()) {
        contents_.miss("plan.txt", "there is no plan: findings.txt has the blockers");
    }
}

void Collecting::addFacts() {
    Json facts = toJson(SeenFacts{.setupVersion = BES_VERSION,
                                  .seenAt = seenAt_,
                                  .request = request_,
                                  .facts = inspection_.facts,
                                  .practice = wish_.practice});
    contents_.addDocument({"domino.json", "what the Domino servers answered"}, facts.at("domino"));
    contents_.addDocument({"facts.json", "all facts; 'check --facts facts.json' takes them"}, facts);
    contents_.add({"answers.ini", "the answers", "passwords; only where they are kept is named"},
                  answers::formatAnswerFile(request_));
}

void Collecting::addInstalled() {
    if (!status_)
        return contents_.miss("status.txt", status_.error().what + ": " + status_.error().why);
    if (!status_->readable)
        contents_.miss("receipt.json", status_->underWay ? "a run is in progress" : status_->whyUnreadable);
    else if (!status_->receipt)
        contents_.miss("receipt.json", "no standby is installed");
    else
        contents_.addDocument({"receipt.json", "what is installed"}, toJson(*status_->receipt));
    std::optional<domino::Readiness> readiness;
    if (receipt() && inspection_.facts.domino.known())
        readiness = domino::readinessOf(inspection_.facts.domino.value());
    contents_.add({"status.txt", "the standby and its services"}, statusText(*status_, readiness));
    contents_.addDocument({"status.json", "the same, for programs"}, statusDocument(*status_, readiness));
}

void Collecting::addRuns() {
    if (!runs_)
        return contents_.miss("history.json", runs_.error().what + ": " + runs_.error().why);
    if (!last_)
        return contents_.miss("history.json", "setup never changed this computer");
    contents_.addDocument({"history.json", "the runs of setup"}, runsDocument(*runs_));
    if (!*last_)
        return contents_.miss("last-run.json", last_->error().what + ": " + last_->error().why);
    const Replay& last = **last_;
    contents_.addDocument({"last-run.json", "the newest run (" + last.plan.command +
                                                "): findings, steps with their times, and how it ended"},
                          replayDocument(last, logsOf(last.run, *runs_, request_.root)));
}

void Collecting::addServices() {
    if (!root_.isRunningSystem())
        return contents_.miss("services.txt", "this is the file system of a computer that does not run");
    std::vector<std::string> units{"bes-*"};
    if (status_)
        for (const ServiceStatus& each : status_->services)
            units.push_back(each.service.unit);
    addUnits(units, contents_);
}

std::vector<std::string> Collecting::introduction(const std::string& time) {
    std::vector<std::string> lines{
        fmt::format("Report of bes-standby-setup {} for a colleague, made {}.", BES_VERSION, time), "",
        "Passwords, keys and sealed secrets are left out. A person is called person-1, person-2 and so on, "
        "the",
        "same in every file; a state database or mail file is called like its user. Names of servers,",
        "computers, folders and services are as they are. Logs of the services themselves are not in it."};
    if (wish_.practice)
        lines.insert(lines.begin(), "PRACTICE: nothing of this is real.");
    if (!about_.empty())
        lines.push_back("Checked was " + about_ + ".");
    if (status_ && status_->underWay)
        lines.push_back(
            "A run was in progress, so this may have changed since: " + describe(*status_->underWay) + ".");
    if (status_ && status_->unfinishedRun)
        lines.push_back(fmt::format("An earlier run was interrupted: {} of {}.",
                                    status_->unfinishedRun->command, status_->unfinishedRun->since));
    return lines;
}

CollectedReport Collecting::finished() {
    CollectedReport report;
    report.time = std::time(nullptr);
    contents_.explain(introduction(utcText(report.time)));
    std::string computer = request_.computer;
    if (computer.empty() && inspection_.facts.computer.known())
        computer = inspection_.facts.computer.value().name;
    report.name = report::reportName(computer, report.time);
    report.files = contents_.files();
    report.missing = contents_.missing();
    report.people = people_.count();
    if (status_)
        report.underWay = status_->underWay;
    return report;
}

} // namespace

Result<CollectedReport> collectReport(const ReportWish& wish, const std::stop_token& stop) {
    return Collecting(wish, stop).all();
}

} // namespace bes::app
