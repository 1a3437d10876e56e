// SPDX-License-Identifier: Apache-2.0
#include "wizard/practice.hpp"

#include <fstream>

#include <catch2/catch.hpp>

#include <QProcess>
#include <QtTest>

#include "answers/answers.hpp"
#include "host/digest.hpp"
#include "places_of_tests.hpp"

namespace bes::wizard {
namespace {

namespace fs = std::filesystem;

const fs::path lab = fs::path(BES_BUILD_DIR) / "tests/lab/practice";

/// What is there after every run that was undone: the journal, the log, and the stand-in's own notes.
bool isTraceOfRuns(const std::string& path) {
    return path.find("bes-standby-setup") != path.npos || path.find("notes-stand-in.") != path.npos;
}

std::string read(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

Practice::Practice() {
    INFO("the practice environment is made by ctest");
    REQUIRE(fs::exists(lab / "standby.ini"));
    fs::permissions(folder(), fs::perms(0755)); // Domino's account looks for its files here
    output(QStringLiteral(BES_SOURCE_DIR "/tests/lab/make-computer"),
           {QString::fromStdString(lab.string()), QString::fromStdString(root().string())});
    fs::copy(lab / "computer/notes.ini", root() / "local/notesdata/notes.ini",
             fs::copy_options::overwrite_existing);
    fs::copy(lab / "BESMgmt.db", database());
}

Request Practice::request() const {
    answers::Sources sources;
    sources.file = answerFile();
    const auto answers = answers::parse(sources);
    REQUIRE(answers);
    return answers->request;
}

std::string Practice::answerFile() const {
    const fs::path file = folder() / "standby.ini";
    std::string text = read(lab / "standby.ini");
    const std::string location = (lab / "BESMgmt.db").string();
    text.replace(text.find("location = " + location), std::string("location = ").size() + location.size(),
                 "location = " + database().string());
    text += "\n[standby]\ncomputer = standby1.example.org\n[target]\nroot = " + root().string() + "\n";
    std::ofstream(file) << text;
    return file;
}

std::vector<std::string> Practice::contents() const {
    std::vector<std::string> lines;
    for (const auto& entry : fs::recursive_directory_iterator(root()))
        if (!isTraceOfRuns(entry.path()))
            lines.push_back(entry.path().string() + " " +
                            std::to_string(static_cast<int>(entry.symlink_status().permissions())) + " " +
                            (entry.is_regular_file() ? host::sha256Hex(read(entry.path())) : ""));
    lines.push_back(output(QStringLiteral("sqlite3"),
                           {QString::fromStdString(database().string()), QStringLiteral(".dump")}));
    std::ranges::sort(lines);
    return lines;
}

QString Practice::setup() {
    return QStringLiteral(BES_BUILD_DIR "/bin/bes-standby-setup");
}

void Practice::addPrimaries(int count) const {
    output(QStringLiteral("sqlite3"),
           {QString::fromStdString(database().string()),
            QStringLiteral(
                "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "
                "INSERT INTO ServerConfig (ServerName, MachineName, FullyQualifiedName, DominoServer, "
                "ProductVersion, Role, SRPIdentifier, SRPAuthenticationKey, SRPHost, SRPPort) SELECT "
                "printf('BULK-%05d', i), printf('bulk-%05d', i), printf('bulk-%05d.example.org', i), "
                "printf('CN=Bulk%05d/O=Acme', i), '5.0', 'primary', printf('S9%07d', i), "
                "'7f3a-91c4-0be2-d85e-46a7-2c19-f0d3-8b65-e14f-5a92', 'srp.practice.invalid', 3101 FROM n")
                .arg(count)});
}

std::string Practice::output(const QString& program, const QStringList& words) {
    QProcess process;
    process.start(program, words);
    process.closeWriteChannel();
    const bool ended = process.waitForFinished(60000);
    INFO(program.toStdString() << " " << words.join(QChar::Space).toStdString() << "\n"
                               << process.readAllStandardError().toStdString());
    REQUIRE(ended);
    REQUIRE(process.exitCode() == 0);
    return process.readAllStandardOutput().toStdString();
}

bool waitUntil(const std::function<bool()>& so) {
    return QTest::qWaitFor(so, 60000);
}

} // namespace bes::wizard
