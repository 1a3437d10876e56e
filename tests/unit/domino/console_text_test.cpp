// SPDX-License-Identifier: Apache-2.0
#include "domino/console_text.hpp"

#include <fstream>

#include <catch2/catch.hpp>

#include "console_samples.hpp"
#include "text/path_text.hpp"
#include "unit/domino/answer_parts.hpp"
#include "unit/temporary_folder.hpp"

using namespace bes::domino;
using Catch::Matchers::Contains;

namespace {

const ConsoleSource mail01{"CN=Mail01/O=Acme", "Mail11/Acme", "The text"};
const std::vector<std::string> both{"CN=Mail01/O=Acme", "CN=Mail11/O=Acme"};

Reply<LiveCluster> clusterIn(const std::string& text, const ConsoleSource& source = mail01) {
    auto answer = readConsoleText(text, source).liveCluster;
    CHECK(answer.witness == Witness::pasted);
    return answer;
}

Reply<ServerTasks> tasksIn(const std::string& text, const ConsoleSource& source = mail01) {
    auto answer = readConsoleText(text, source).serverTasks;
    CHECK(answer.witness == Witness::pasted);
    return answer;
}

void write(const std::filesystem::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
    return text;
}

} // namespace

TEST_CASE("what the text of a console says can be shown") {
    const std::string steering = "\x1b[2J\xC2\x9B\xE2\x80\xAE";
    CHECK(valueIn(clusterIn(replaced(shownCluster, "Acme Mail", "Acme" + steering))).cluster == "Acme?[2J??");
    CHECK(reasonIn(clusterIn("Server name:\tMail\t99" + steering + "/Acme\n" + shownCluster))
              .text.find('\x1b') == std::string::npos);
    const auto tasks = valueIn(tasksIn(shownTasks + "  Cluster Replicator\tIdle" + steering + "\r\n"));
    CHECK(tasks.lines.back() == "Cluster Replicator Idle?[2J??");
}

TEST_CASE("the cluster is read from what the console answers to show cluster") {
    const auto answer = clusterIn(shownCluster);
    CHECK(answer.verdict == Verdict::yes);
    CHECK(answer.value == LiveCluster{"Acme Mail", both, Availability::available, 97});
}

TEST_CASE("the cluster is read from a log of another release, with a member that does not answer") {
    const auto answer = clusterIn(loggedCluster);
    CHECK(answer.verdict == Verdict::yes);
    CHECK(answer.value == LiveCluster{"Acme Mail", both, Availability::restricted, 0});
}

TEST_CASE("the cluster is read by its structure where the labels are translated") {
    const auto answer = clusterIn(translatedCluster);
    CHECK(answer.verdict == Verdict::yes);
    CHECK(answer.value == LiveCluster{"Acme Mail", both, Availability::available, 97});
}

TEST_CASE("both commands are found in any order, with anything around them") {
    for (const std::string& first : {shownCluster, loggedCluster, shownTasks}) {
        std::string text = "\x01\xFF garbage\n> sh tasks\n";
        text.append(first).append("> show cluster\r\n");
        text.append(first == shownTasks ? shownCluster : shownTasks).append("\x01\xFF garbage");
        CHECK(clusterIn(text).verdict == Verdict::yes);
        CHECK(tasksIn(text).verdict == Verdict::yes);
    }
}

TEST_CASE("line ends and a byte order mark make no difference") {
    CHECK(valueIn(clusterIn("\xEF\xBB\xBF" + replaced(shownCluster, "\n", "\r\n"))).members == both);
    CHECK(valueIn(clusterIn(replaced(shownCluster, "\n", "\r"))).members == both);
}

TEST_CASE("a server may be meant by its common name") {
    CHECK(clusterIn(shownCluster, {"mail01", "mail11", "The text"}).verdict == Verdict::yes);
}

TEST_CASE("a server that says that it is in no cluster is in none") {
    for (const char* line : {"This server is not configured for a cluster.\n",
                             "> show cluster\n22.11.2026 10:00:00   This server is not currently a member of "
                             "a cluster\n"}) {
        const auto answer = clusterIn(line);
        CHECK(answer.verdict == Verdict::no);
        CHECK(reasonIn(answer).kind == ReasonClass::notClustered);
    }
}

TEST_CASE("of several answers to show cluster the last counts") {
    const std::string none = "This server is not configured for a cluster.\n";
    CHECK(clusterIn(shownCluster + none).verdict == Verdict::no);
    CHECK(clusterIn(none + shownCluster).verdict == Verdict::yes);
    const std::string cutOff = shownCluster.substr(0, shownCluster.find("\tServer: Mail11"));
    CHECK(clusterIn(shownCluster + cutOff).verdict == Verdict::unknown);
}

TEST_CASE("text of another server is no answer") {
    for (const std::string& text : {shownCluster, loggedCluster, translatedCluster, shownTasks,
                                    "This server is not configured for a cluster\n" + shownTasks}) {
        const ConsoleSource mail11{"Mail11/Acme", "Mail01/Acme", "The text"};
        CHECK(reasonIn(clusterIn(text, mail11)).kind == ReasonClass::otherServer);
        CHECK(reasonIn(tasksIn(text, mail11)).kind == ReasonClass::otherServer);
        CHECK_THAT(reasonIn(clusterIn(text, mail11)).text,
                   Contains("has output of Mail01/Acme") && Contains("must be of Mail11/Acme"));
    }
}

TEST_CASE("text of two servers is no answer about one") {
    const std::string text = replaced(shownTasks, "Mail01", "Mail11") + shownCluster;
    CHECK(reasonIn(clusterIn(text)).kind == ReasonClass::otherServer);
    CHECK(reasonIn(tasksIn(text)).kind == ReasonClass::otherServer);
}

TEST_CASE("a list of members that is cut off or interrupted is no answer") {
    const auto lastMember = shownCluster.find("\tServer: Mail11");
    for (const std::string& text :
         {shownCluster.substr(0, lastMember), shownCluster.substr(0, lastMember + 4),
          shownCluster.substr(0, shownCluster.find(" Cluster members")),
          replaced(shownCluster, "\tServer: Mail11/Acme", "Router: Mail11/Acme"),
          replaced(shownCluster, "\tServer: Mail11/Acme", "Router: stopped"),
          replaced(shownCluster, "\tServer: Mail01/Acme", "\tServer: Mail12/Acme")}) {
        CAPTURE(text);
        const auto answer = clusterIn(text);
        CHECK(answer.verdict == Verdict::unknown);
        CHECK_THAT(reasonIn(answer).text, Contains("whole list of members"));
    }
}

TEST_CASE("a name beside the list of members does not make a member") {
    const std::string text = replaced(shownCluster, "Mail11", "Mail12") +
                             "Replicator: Mail11/Acme, error: not responding\n"
                             "Server: Mail11/Acme is down\n";
    const auto answer = clusterIn(text);
    REQUIRE(answer.value);
    CHECK(valueIn(answer).members == std::vector<std::string>{"CN=Mail01/O=Acme", "CN=Mail12/O=Acme"});
}

TEST_CASE("names are read whether the file is UTF-8, of a console or of Windows") {
    const ConsoleSource source{"Mail01/Acme", "M\xC3\xA4il\xC3\xB1/Acme", "The text"};
    for (const char* bytes : {"M\xC3\xA4il\xC3\xB1", "M\x84il\xA4", "M\xE4il\xF1"}) {
        const auto answer = clusterIn(replaced(shownCluster, "Mail11", bytes), source);
        REQUIRE(answer.value);
        CHECK(valueIn(answer).members.back() == "CN=M\xC3\xA4il\xC3\xB1/O=Acme");
    }
}

TEST_CASE("a server with letters that can't be read is not taken for another one") {
    const auto answer = clusterIn(replaced(shownCluster, "Mail11", "M\xE5il"),
                                  {"Mail01/Acme", "M\xC4\x85il/Acme", "The text"});
    CHECK(answer.verdict == Verdict::unknown);
    CHECK_THAT(reasonIn(answer).text, Contains("save it as UTF-8"));
}

TEST_CASE("tasks are read from what the console answers to show tasks") {
    const auto answer = tasksIn(shownTasks);
    CHECK(answer.verdict == Verdict::yes);
    CHECK(valueIn(answer).clusterReplicators == 1);
    CHECK(valueIn(answer).clusterDirectories == 1);
    const auto without = tasksIn(replaced(shownTasks, "Cluster Replicator", "Replicator"));
    CHECK(without.verdict == Verdict::no);
    CHECK(valueIn(without).clusterReplicators == 0);
}

TEST_CASE("what the cluster replicator writes into a log does not say that it runs") {
    const std::string text = replaced(shownTasks, "Cluster Replicator   Idle", "Replicator           Idle") +
                             "22.11.2026 10:05:00   Cluster Replicator shutdown complete\r\n"
                             "22.11.2026 10:05:00   Cluster Replicator is idle.  Nothing to do\r\n";
    CHECK(tasksIn(text).verdict == Verdict::no);
}

TEST_CASE("of several lists of tasks the last counts, and none is added to another") {
    CHECK(valueIn(tasksIn(shownTasks + shownTasks)).clusterReplicators == 1);
    const std::string stopped = replaced(shownTasks, "Cluster Replicator", "Replicator");
    CHECK(tasksIn(shownTasks + stopped).verdict == Verdict::no);
    CHECK(tasksIn(stopped + shownTasks).verdict == Verdict::yes);
}

TEST_CASE("the server stands above the list of tasks in any language") {
    const std::string translated = replaced(shownTasks, "Server name:", "Nom du serveur :");
    CHECK(tasksIn(translated).verdict == Verdict::yes);
    CHECK(reasonIn(tasksIn(replaced(translated, "Mail01", "Mail12"))).kind == ReasonClass::otherServer);
}

TEST_CASE("a list of tasks that does not say whose it is counts only beside the server's name") {
    const std::string headless = shownTasks.substr(tasksHead.size());
    CHECK(tasksIn(headless).verdict == Verdict::unknown);
    CHECK_THAT(reasonIn(tasksIn(headless)).text, Contains("which server"));
    CHECK(tasksIn(headless + shownCluster).verdict == Verdict::yes);
}

TEST_CASE("text without an answer says what to put into it") {
    for (const char* text : {"hello\n", "\x80\x81\x82", "Server name: Mail01/Acme\n"}) {
        CHECK(clusterIn(text).verdict == Verdict::unknown);
        CHECK(tasksIn(text).verdict == Verdict::unknown);
        CHECK_THAT(reasonIn(clusterIn(text)).text,
                   Contains("no answer to \"show cluster\"") &&
                       Contains("everything that the console of Mail01/Acme answers to \"show cluster\""));
        CHECK_THAT(reasonIn(tasksIn(text)).text, Contains("no answer to \"show tasks\""));
    }
}

TEST_CASE("without the name of the server no text is proof") {
    CHECK(clusterIn(shownCluster, {"", "Mail11/Acme", "The text"}).verdict == Verdict::unknown);
}

TEST_CASE("a file that can't be console output is refused with the reason") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "mail01.txt";
    const auto reason = [&] {
        const ConsoleReplies replies = readConsoleFile(file, "Mail01/Acme", "Mail11/Acme");
        CHECK(replies.liveCluster.verdict == Verdict::unknown);
        CHECK(reasonIn(replies.serverTasks).text == reasonIn(replies.liveCluster).text);
        return reasonIn(replies.liveCluster);
    };
    CHECK(reason().kind == ReasonClass::absent);
    CHECK_THAT(reason().text,
               Contains(bes::utf8(file) + " can't be read: ") && Contains("save as plain text"));
    write(file, " \r\n\t");
    CHECK_THAT(reason().text, Contains("is empty"));
    write(file, shownCluster + std::string(3, '\0'));
    CHECK_THAT(reason().text, Contains("is not plain text"));
    write(file, "\xFF\xFE" + shownCluster);
    CHECK_THAT(reason().text, Contains("UTF-16"));
    write(file, shownCluster + std::string(1 << 20, '\n'));
    CHECK_THAT(reason().text, Contains("1048576 bytes"));
    std::filesystem::remove(file);
    std::filesystem::create_directory(file);
    CHECK(reason().kind == ReasonClass::unexpected);
}

TEST_CASE("a file of a megabyte is read in no time") {
    std::string text = shownCluster;
    while (text.size() + shownCluster.size() <= 1 << 20)
        text += replaced(shownCluster, "(2)", "(30000)");
    CHECK(clusterIn(text).verdict == Verdict::unknown);
}
