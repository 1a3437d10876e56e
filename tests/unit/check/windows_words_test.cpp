// SPDX-License-Identifier: Apache-2.0
// Whatever is found on a computer with Windows is said in words that its administrator understands.
#include <set>

#include "support/random_facts.hpp"
#include "unit/check/look_up.hpp"
#include "unit/linux_words.hpp"

using namespace bes;

namespace {

using Kind = Maintenance::Kind;

/// What no look on Windows gives: the parts of systemd, and the limits of a POSIX system.
void asOnWindows(Facts& facts) {
    if (facts.computer.known())
        changeFact(facts.computer, [](Computer& computer) { computer.system = System::windows; });
    else
        facts.computer = [] {
            Computer computer;
            computer.name = "bes02";
            computer.system = System::windows;
            return computer;
        }();
    Surroundings& around = facts.surroundings;
    around.systemd = Fact<SystemdState>::unknown("there is none");
    around.securityModule = false;
    around.largestFile.reset();
    for (auto& [folder, state] : around.folders)
        if (state.known())
            changeFact(state, [](FolderState& it) {
                it.freeFiles.reset();
                it.noExec = false;
            });
    for (auto& [folder, space] : facts.space)
        if (space.known())
            changeFact(space, [](FileSystemSpace& it) { it.freeFiles.reset(); });
    if (facts.others.known())
        changeFact(facts.others, [](std::vector<ThingOfOthers>& things) {
            for (ThingOfOthers& thing : things)
                if (thing.standing != ThingOfOthers::Standing::fixed)
                    thing.standing = ThingOfOthers::Standing::inPlace;
        });
}

Request requestOnWindows() {
    Request request = sampleRequest();
    request.media = "D:/bes-media";
    request.database.location = "C:/BES/BESMgmt.db";
    request.installFolder = "C:/Program Files/BES Standby";
    request.configurationFolder = "C:/Program Files/BES Standby Configuration";
    request.logFolder = "C:/Program Files/BES Standby Logs";
    return request;
}

/// Every fact for itself, of the others as it is where all is well.
std::vector<Facts> eachReplaced(const Facts& well, const Facts& by) {
    std::vector<Facts> all;
    const auto replace = [&](auto... members) {
        ((all.push_back(well), all.back().*members = by.*members), ...);
    };
    replace(&Facts::administrator, &Facts::serviceManager, &Facts::database, &Facts::primaryAddresses,
            &Facts::srpEndpoint, &Facts::media, &Facts::space, &Facts::ports, &Facts::notesIni,
            &Facts::domino, &Facts::serviceAccountExists, &Facts::installed, &Facts::unfinishedRun,
            &Facts::standby, &Facts::surroundings, &Facts::otherRun, &Facts::fromPublicReceipt,
            &Facts::databaseNotChangeable, &Facts::writableByOthers, &Facts::others, &Facts::logFolder);
    return all;
}

class Looking {
public:
    void at(const std::vector<Finding>& findings) {
        for (const Finding& finding : findings) {
            ids_.insert(finding.id);
            for (const std::string& text : {finding.title, finding.remedy, finding.command})
                note(finding, text, linux_words::in(text));
            note(finding, finding.evidence, linux_words::besidePaths(finding.evidence));
            for (const NamedAnswer& answer : finding.answers)
                if (answer.key == "target.root")
                    wrong_.insert(finding.id + ": an image, of which there is none on Windows");
        }
    }
    [[nodiscard]] std::string wrong() const {
        std::string all;
        for (const std::string& sentence : wrong_)
            all += sentence + '\n';
        return all;
    }
    [[nodiscard]] const std::set<std::string>& ids() const { return ids_; }

private:
    void note(const Finding& finding, const std::string& text, const std::string& word) {
        if (!word.empty())
            wrong_.insert(finding.id + ": \"" + word + "\" in: " + text);
    }

    std::set<std::string> wrong_;
    std::set<std::string> ids_;
};

} // namespace

TEST_CASE("No finding on a computer with Windows has words of Linux") {
    const Request request = requestOnWindows();
    Receipt receipt = sampleReceipt();
    receipt.request = request;
    receipt.files.clear();
    RandomFacts random(7, sampleManifest(), receipt);
    Looking looking;
    const auto lookAt = [&](Facts facts) {
        asOnWindows(facts);
        for (const ExistingFiles existing : {ExistingFiles::refuse, ExistingFiles::keep}) {
            Request asked = request;
            asked.existingFiles = existing;
            looking.at(check::check(facts, asked));
        }
        for (const Kind kind : {Kind::modify, Kind::repair, Kind::upgrade, Kind::remove})
            looking.at(check::checkMaintenance(facts, request, {.kind = kind}));
    };
    Facts installed = sampleFactsInstalled();
    changeFact(installed.installed, [&](auto& state) { state->receipt = receipt; });
    for (int i = 0; i < 60; ++i) {
        const Facts any = random.next();
        lookAt(any);
        for (const Facts& facts : eachReplaced(sampleFacts(), any))
            lookAt(facts);
        for (const Facts& facts : eachReplaced(installed, any))
            lookAt(facts);
    }
    CHECK(looking.wrong() == "");
    // else the test would look at nothing
    for (const char* id :
         {"setup.privileges", "setup.others-write", "service.manager", "setup.service-account",
          "setup.unfinished-run", "standby.services", "standby.installed", "places.others", "logs.owner",
          "folders.writable", "computer.name", "database.reachable"})
        CHECK(looking.ids().contains(id));
    CHECK(looking.ids().size() > 40);
}
