// SPDX-License-Identifier: Apache-2.0
#include <fstream>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "places_of_tests.hpp"
#include "probe_run.hpp"
#include "unit/left_out.hpp"

using namespace bes;
using namespace bes::domino;

namespace fs = std::filesystem;

namespace {

/// Every question is unknown for one and the same reason, which is returned.
Reason reasonForAll(const ProbeRun& run) {
    INFO(run.errors);
    CHECK(run.exitCode == 0);
    REQUIRE(run.report.complete);
    REQUIRE(run.report.answered.size() == 26);
    for (const Question& question : run.report.answered)
        visitReply(run.report, question, [&](const auto& answer) {
            CHECK(answer.verdict == Verdict::unknown);
            CHECK(answer.reason == run.report.identity.reason);
        });
    return *run.report.identity.reason;
}

Reason reasonForAll(const std::string& library) {
    return reasonForAll(PracticeDomino("good", library).probe());
}

void copyPartition(const PracticeDomino& computer, const std::string& name, const std::string& server) {
    const fs::path first = computer.notesIni().parent_path();
    fs::copy(first, first.parent_path() / name, fs::copy_options::recursive);
    std::ofstream(first.parent_path() / name / "notes.ini")
        << "[Notes]\nKitType=2\nServerName=" << server << "\n";
}

} // namespace

TEST_CASE("a library that lacks what everything needs is named, with what it lacks") {
    const Reason reason = reasonForAll("without-ping");
    CHECK(reason.kind == ReasonClass::library);
    CHECK(reason.text.ends_with("libnotes.so lacks NSPingServer"));
}

TEST_CASE("a library that lacks what one question needs answers the others") {
    const PracticeDomino computer("good", "without-latency");
    const ProbeRun run = computer.probe();
    CHECK(run.report.complete);
    CHECK(run.report.reachability.primary.reason->kind == ReasonClass::missingFunction);
    CHECK(run.report.reachability.primary.reason->source == "NSFGetServerLatency");
    CHECK(run.report.liveCluster.primary.verdict == Verdict::yes);
    CHECK(run.report.queue.standby.verdict == Verdict::yes);
    CHECK(computer.complaints().empty());
}

TEST_CASE("a library that can't be loaded is told in the dynamic linker's words") {
    const PracticeDomino computer("good");
    std::fstream library(computer.root() / "opt/ibm/domino/notes/90010/linux/libnotes.so",
                         std::ios::in | std::ios::out | std::ios::binary);
    constexpr std::streamoff classOfElf = 4;
    library.seekp(classOfElf).put('\1'); // made for 32 bits
    library.close();
    const Reason reason = reasonForAll(computer.probe());
    CHECK(reason.kind == ReasonClass::library);
    CHECK(reason.text.find("ELF") != std::string::npos);
}

TEST_CASE("a library that was cut off ends the probe as it is loaded, at the worst") {
    const ProbeRun run = PracticeDomino("good", "not-loadable").probe();
    REQUIRE(run.report.start);
    CHECK(run.refusedLines.empty());
    if (run.report.complete) // otherwise the dynamic linker read behind the end of the file
        CHECK(run.report.identity.reason->kind == ReasonClass::library);
    else
        CHECK(interruptedAt(run.report) == Question{Topic::identity, std::nullopt});
}

TEST_CASE("a computer without Domino server has none") {
    CHECK(reasonForAll("none").kind == ReasonClass::noInstallation);
    const TemporaryFolder empty;
    const PracticeDomino computer("good");
    const Reason reason = reasonForAll(computer.probe({"--root=" + empty.path().string()}));
    CHECK(reason.kind == ReasonClass::noInstallation);
    CHECK(reason.text.find(empty.path().string()) != std::string::npos);
    CHECK(reasonForAll(computer.probe({"--notes-ini=/nowhere/notes.ini"})).kind ==
          ReasonClass::noInstallation);
}

TEST_CASE("the runtime refuses another account than Domino's") {
    const PracticeDomino computer("wrong-account");
    const Reason reason = reasonForAll(computer.probe());
    CHECK(reason.kind == ReasonClass::account);
    CHECK(reason.code == 258);
    CHECK(computer.complaints().empty());
}

TEST_CASE("of several partitions one has to be meant") {
    const PracticeDomino computer("good");
    copyPartition(computer, "partition2", "Mail12/Acme");
    const Reason reason = reasonForAll(computer.probe());
    CHECK(reason.kind == ReasonClass::noInstallation);
    CHECK(reason.text.find("notesdata/notes.ini") != std::string::npos);
    CHECK(reason.text.find("partition2/notes.ini") != std::string::npos);
    const ProbeRun named = computer.probe({"--own=CN=mail11/O=acme", "--questions=identity"});
    CHECK(named.report.identity.verdict == Verdict::yes);
    CHECK(named.report.start->notesIni == computer.notesIni());
    const ProbeRun byPath = computer.probe({"--notes-ini=" + computer.notesIni().string()});
    CHECK(byPath.report.identity.verdict == Verdict::yes);
}

TEST_CASE("all Domino servers of a computer are listed") {
    const PracticeDomino computer("good");
    copyPartition(computer, "partition2", "Mail12/Acme");
    const Outcome outcome = runToEnd({BES_PROBE, "--list", "--root=" + computer.root().string()});
    REQUIRE(outcome.exitCode == 0);
    const auto list = nlohmann::json::parse(outcome.output);
    REQUIRE(list.at("installations").size() == 2);
    const auto& first = list["installations"][0];
    CHECK(first["notes_ini"] == computer.notesIni().string());
    CHECK(first["account"] == dominoAccount());
    CHECK(first["server_name"] == "Mail11/Acme");
    CHECK(first["is_server"] == true);
    CHECK(first["problem"] == "");
    CHECK(list["installations"][1]["problem"] == "notes.ini has no KeyFilename");
}

TEST_CASE("the caller's secrets are not handed on to Domino's account") {
    const PracticeDomino computer(R"({"based_on": "good.json",
        "injections": [{"function": "NSPingServer", "hang_seconds": 600}]})");
    const Outcome outcome = runToEnd(
        {"bash", "-c",
         "BES_STANDBY_PASSWORD=geheim NOTES_OWN=kept \"$0\" --root=\"$1\" --primary=P --limit=60 >\"$1/out\" "
         "& "
         "for _ in $(seq 300); do grep -q identity\\\",\\\"server\\\":null,\\\"answer \"$1/out\" && break; "
         "sleep 0.1; done; tr '\\0' '\\n' </proc/$!/environ; kill -9 $!",
         BES_PROBE, computer.root()});
    const std::string program = computer.root() / "opt/ibm/domino/notes/90010/linux";
    CHECK(outcome.output.find("geheim") == std::string::npos);
    CHECK(outcome.output.find("NOTES_OWN=kept\n") != std::string::npos);
    CHECK(outcome.output.find("LD_LIBRARY_PATH=" + program + "\n") != std::string::npos);
    CHECK(outcome.output.find("Notes_ExecDirectory=" + program + "\n") != std::string::npos);
    CHECK(outcome.output.find("LOTUS=" + (computer.root() / "opt/ibm/domino").string() + "\n") !=
          std::string::npos);
}

TEST_CASE("the Notes C API is not used as root unless that is asked for") {
    if (!runsAsRoot()) {
        leftOut("only root can take Domino's account");
        return;
    }
    const PracticeDomino computer("good");
    REQUIRE(runToEnd({"chown", "root", computer.notesIni()}).exitCode == 0);
    const Reason reason = reasonForAll(computer.probe());
    CHECK(reason.kind == ReasonClass::account);
    CHECK(reason.text ==
          computer.notesIni().string() + " belongs to root: the Notes C API is not used as root");
    CHECK(computer.probe({"--allow-root"}).report.identity.verdict == Verdict::yes);
}

TEST_CASE("without the right to take Domino's account nothing is asked") {
    if (!runsAsRoot()) {
        leftOut("only root can take Domino's account");
        return;
    }
    const PracticeDomino computer("good");
    const fs::path program = computer.root() / "probe"; // the build folder may be closed to others
    fs::copy_file(BES_PROBE, program);
    const Outcome outcome =
        runToEnd({"setpriv", "--reuid=daemon", "--regid=daemon", "--clear-groups", program,
                  "--root=" + computer.root().string(), "--primary=P", "--questions=identity"});
    CHECK(outcome.exitCode == 0);
    CHECK(outcome.output.find("belongs to nobody, and this program runs as daemon") != std::string::npos);
}
