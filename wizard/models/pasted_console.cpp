// SPDX-License-Identifier: Apache-2.0
#include "models/pasted_console.hpp"

#include <algorithm>

#include <QDir>
#include <QSaveFile>
#include <QStandardPaths>

#include "domino/console_cluster.hpp"
#include "domino/console_tasks.hpp"
#include "domino/console_text.hpp"
#include "domino/server_name.hpp"
#include "model/try.hpp"
#include "models/words.hpp"

namespace bes::wizard {
namespace {

using domino::ConsoleReplies;

std::string shown(const PastedConsole& console) {
    if (!console.server.empty())
        return domino::abbreviatedName(console.server);
    return console.role == Role::primary ? words("PastedConsole", "the primary's Domino server")
                                         : words("PastedConsole", "the Domino server here");
}

bool isUseless(const ConsoleReplies& replies) {
    return replies.liveCluster.verdict == domino::Verdict::unknown &&
           replies.serverTasks.verdict == domino::Verdict::unknown;
}

/// "Mail11/Acme, Mail12/Acme": who names itself in the text.
std::string serversIn(const std::vector<domino::ShownCluster>& clusters, std::vector<std::string> names) {
    for (std::string& head : names)
        head.resize(std::min(head.size(), head.find(" - "))); // the server's title
    for (const domino::ShownCluster& cluster : clusters)
        if (cluster.clustered)
            names.push_back(domino::abbreviatedName(cluster.server));
    std::ranges::sort(names);
    names.erase(std::ranges::unique(names).begin(), names.end());
    std::string list;
    for (const std::string& name : names)
        list += (list.empty() ? "" : ", ") + name;
    return list;
}

/// What is wrong with a text of which nothing can be taken.
std::string whyUseless(const std::string& text, const ConsoleReplies& replies) {
    const domino::Reason reason = replies.liveCluster.reason.value_or(domino::Reason());
    const auto lines = domino::consoleLines(text, domino::CodePage::latin1);
    const auto clusters = domino::findShownClusters(lines);
    const auto heads = domino::findServersOfHeads(lines);
    const bool hasTasks = domino::findShownTasks(lines).has_value();
    if (reason.kind == domino::ReasonClass::otherServer)
        return filled(words("PastedConsole", "It was written by another server: %1"),
                      serversIn(clusters, heads));
    if (lines.empty())
        return words("PastedConsole", "The text is empty");
    if (clusters.empty() && !hasTasks)
        return words("PastedConsole",
                     "There is neither an answer to \"show cluster\" in it nor one to \"show tasks\"");
    if (!hasTasks && !clusters.back().cluster)
        return words("PastedConsole",
                     "The answer to \"show cluster\" is cut off: its list of members is not whole");
    if (hasTasks && heads.empty())
        return words("PastedConsole",
                     "The answer to \"show tasks\" is cut off: the lines above its list say whose it is");
    return reason.text; // too long, for example
}

Result<void> checkUse(const std::string& text, const PastedConsole& console) {
    const auto refuse = [](std::string why, std::string remedy) {
        return fail(ExitCode::usage, "wizard.pasted-console",
                    words("PastedConsole", "This text can't be used"), std::move(why), std::move(remedy));
    };
    if (console.server.empty())
        return refuse(filled(words("PastedConsole", "The name of %1 is not known yet"), shown(console)),
                      console.role == Role::primary
                          ? words("PastedConsole", "Choose a primary whose Domino server is in the database.")
                          : words("PastedConsole", "Name the notes.ini of the Domino server here first."));
    const ConsoleReplies replies = domino::readConsoleText(text, {console.server, console.mate, "The text"});
    if (!isUseless(replies))
        return {};
    return refuse(whyUseless(text, replies),
                  filled(words("PastedConsole", "Paste all that the console of %1 answers to \"show "
                                                "cluster\" and \"show tasks\", from the first line to the "
                                                "last."),
                         shown(console)));
}

/// "primary-console-Mail01-Acme.txt"
QString fileName(const PastedConsole& console) {
    QString name = QString::fromStdString(domino::abbreviatedName(console.server));
    for (QChar& letter : name)
        if (!letter.isLetterOrNumber())
            letter = QChar(u'-');
    return (console.role == Role::primary ? QStringLiteral("primary-console-%1.txt")
                                          : QStringLiteral("standby-console-%1.txt"))
        .arg(name);
}

} // namespace

PastedConsole pastedConsole(Role role, const WizardState& state) {
    const Server* primary = chosenPrimary(state);
    const std::string ofPrimary = primary == nullptr ? std::string() : primary->dominoServer;
    std::string ofStandby;
    if (state.seen && state.seen->inspection.facts.notesIni.known())
        if (const std::optional<NotesIni>& ini = state.seen->inspection.facts.notesIni.value())
            ofStandby = ini->serverName;
    return role == Role::primary ? PastedConsole{role, ofPrimary, ofStandby}
                                 : PastedConsole{role, ofStandby, ofPrimary};
}

std::string commandsFor(const PastedConsole& console) {
    return filled(words("PastedConsole",
                        "Type \"show cluster\" and \"show tasks\" on the console of %1, and paste here all "
                        "that it answers. Other lines around the answers do no harm."),
                  shown(console));
}

Result<std::string> keepPasted(const std::string& text, const PastedConsole& console) {
    TRY(checkUse(text, console));
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    folder.mkpath(QStringLiteral("."));
    QSaveFile file(folder.filePath(fileName(console)));
    const QByteArray bytes = QByteArray::fromStdString(text);
    if (file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
        file.write(bytes) == bytes.size() && file.commit())
        return file.fileName().toStdString();
    return fail(ExitCode::failed, "file.write", words("PastedConsole", "The text can't be kept"),
                file.fileName().toStdString() + ": " + file.errorString().toStdString(),
                words("PastedConsole", "Save the text in a file yourself, and name it."));
}

} // namespace bes::wizard
