// SPDX-License-Identifier: Apache-2.0
#include "support/random_facts.hpp"

using namespace bes;

std::size_t RandomFacts::number(std::size_t below) {
    return std::uniform_int_distribution<std::size_t>(0, below - 1)(random_);
}

template<class T>
void RandomFacts::fill(Fact<T>& it) {
    if (maybe()) {
        T value{};
        fill(value);
        it = std::move(value);
        return;
    }
    std::string reason;
    Remedy remedy;
    fillAll(reason, remedy);
    it = Fact<T>::unknown(reason, remedy);
}

template<class T>
void RandomFacts::fill(std::optional<T>& it) {
    it.reset();
    if (maybe())
        fill(it.emplace());
}

template<class T>
void RandomFacts::fill(std::vector<T>& it) {
    it.resize(number(4));
    for (T& element : it)
        fill(element);
}

template<class T>
void RandomFacts::fill(std::map<std::filesystem::path, T>& it) {
    for (auto count = number(4); count > 0; --count) {
        std::filesystem::path path;
        fill(path);
        fill(it[path]);
    }
}

void RandomFacts::fill(std::string& it) {
    static const std::vector<std::string> pieces{"a", "B",   "7", " ",  "\"", "\\", "/",
                                                 "{", "\\u", "ü", "日", ",",  "]",  "null"};
    it.clear();
    for (auto count = number(6); count > 0; --count)
        it += pieces[number(pieces.size())];
}

void RandomFacts::fill(std::filesystem::path& it) {
    it = "/";
    for (auto count = 1 + number(3); count > 0; --count)
        it /= "d" + std::to_string(number(100)) + (maybe() ? " ü" : "");
}

void RandomFacts::fill(NamedAnswer& it) {
    auto& [key, value] = it;
    fillAll(key, value);
}

void RandomFacts::fill(Remedy& it) {
    auto& [text, answers, command] = it;
    fillAll(text, answers, command);
}

void RandomFacts::fill(Obstacle& it) {
    auto& [reason, remedy] = it;
    fillAll(reason, remedy);
}

void RandomFacts::fill(Computer& it) {
    auto& [name, fullyQualifiedName, addresses, system, setupProgram] = it;
    fillAll(name, fullyQualifiedName, addresses, setupProgram);
    choose(system, 2);
}

void RandomFacts::fill(SrpCredentials& it) {
    auto& [identifier, keyFingerprint, keyWellFormed, host, port] = it;
    fillAll(identifier, keyFingerprint, keyWellFormed, host, port);
}

void RandomFacts::fill(Server& it) {
    auto& [id, name, computer, fullyQualifiedName, addresses, dominoServer, version, role, actsAs, srp,
           components, users] = it;
    fillAll(id, name, computer, fullyQualifiedName, addresses, dominoServer, version, srp, components, users);
    choose(role, 2);
    choose(actsAs, 2);
}

void RandomFacts::fill(Pair& it) {
    auto& [primary, standby, standbyComputer, state, run, since] = it;
    fillAll(primary, standby, standbyComputer, run, since);
    choose(state, 2);
}

void RandomFacts::fill(DatabaseContents& it) {
    auto& [schemaVersion, partner, servers, pairs] = it;
    fillAll(schemaVersion, partner, servers, pairs);
}

void RandomFacts::fill(Reachability& it) {
    auto& [reachable, detail] = it;
    fillAll(reachable, detail);
}

void RandomFacts::fill(SignerCertificate& it) {
    auto& [subject, issuer, serial, sha256, validFrom, validUntil] = it;
    fillAll(subject, issuer, serial, sha256, validFrom, validUntil);
}

void RandomFacts::fill(SignatureState& it) {
    auto& [trusted, signer, problem, tampered, certificates] = it;
    fillAll(trusted, signer, problem, tampered, certificates);
}

void RandomFacts::fill(MediaContents& it) {
    auto& [manifest, manifestSha256, signature, damage] = it;
    manifest = manifest_;
    fillAll(manifestSha256, signature, damage);
}

void RandomFacts::fill(FileSystemSpace& it) {
    auto& [mountPoint, available, freeFiles] = it;
    fillAll(mountPoint, available, freeFiles);
}

void RandomFacts::fill(PortHolder& it) {
    auto& [process, program] = it;
    fillAll(process, program);
}

void RandomFacts::fill(PortUse& it) {
    auto& [protocol, portNumber, holder] = it;
    choose(protocol, 2);
    fillAll(portNumber, holder);
}

void RandomFacts::fill(NotesIni& it) {
    auto& [path, there, readable, writable, problem, remedy, serverTasks, serverName, dataFolder,
           programFolder, isServer] = it;
    fillAll(path, there, readable, writable, problem, remedy, serverTasks, serverName, dataFolder,
            programFolder, isServer);
}

void RandomFacts::fill(InstalledState& it) {
    auto& [receipt, damage] = it;
    receipt = receipt_;
    fillAll(damage);
}

void RandomFacts::fill(UnfinishedRun& it) {
    auto& [run, command, since] = it;
    fillAll(run, command, since);
}

void RandomFacts::fill(FileDifference& it) {
    auto& [path, content, rights, sentence, hasNewVersion, missing] = it;
    fillAll(path, content, rights, sentence, hasNewVersion, missing);
}

void RandomFacts::fill(StandbyState& it) {
    auto& [running, filesOfOthers, differences, enabled, hasLogFolder] = it;
    fillAll(running, filesOfOthers, differences, enabled, hasLogFolder);
}

void RandomFacts::fill(Rights& it) {
    it = Rights::ofMode(static_cast<unsigned>(number(07777 + 1)));
}

void RandomFacts::fill(LogFolder& it) {
    auto& [there, writable, known, owner, type, rights] = it;
    fillAll(there, writable, known, owner, rights);
    choose(type, 6);
}

void RandomFacts::fill(Appearance& it) {
    auto& [type, rights, user, group, size, sha256, leadsTo, changed] = it;
    type = maybe() ? EntryType::file : EntryType::symbolicLink;
    fillAll(rights, user, group, changed);
    if (type == EntryType::file)
        fillAll(size, sha256); // other things have neither
    else
        fill(leadsTo);
}

void RandomFacts::fill(ThingOfOthers& it) {
    auto& [path, standing, appearance, owner, unit, note] = it;
    fillAll(path, appearance, owner, unit, note);
    choose(standing, 8);
}

void RandomFacts::fill(FolderState& it) {
    auto& [leadsTo, obstacle, mountPoint, fileSystem, noExec, noFolder, ignoresCase, freeFiles,
           mountsInside] = it;
    fillAll(leadsTo, obstacle, mountPoint, fileSystem, noExec, noFolder, ignoresCase, freeFiles,
            mountsInside);
}

void RandomFacts::fill(FolderOfOthers& it) {
    auto& [what, path, forOneFile] = it;
    fillAll(what, path, forOneFile);
}

void RandomFacts::fill(AccountState& it) {
    auto& [user, group, inOwnFiles, obstacles] = it;
    fillAll(user, group, inOwnFiles, obstacles);
}

void RandomFacts::fill(SystemdState& it) {
    auto& [version, state, defaultTarget] = it;
    fillAll(version, state, defaultTarget);
}

void RandomFacts::fill(Frozen& it) {
    auto& [path, why] = it;
    fillAll(path, why);
}

void RandomFacts::fill(PendingRestart& it) {
    auto& [reasons, files] = it;
    fillAll(reasons, files);
}

void RandomFacts::fill(Surroundings& it) {
    auto& [folders, others, frozen, account, systemd, missingDatabaseRights, now, largestFile, securityModule,
           restart] = it;
    fillAll(folders, others, frozen, account, systemd, missingDatabaseRights, now, largestFile,
            securityModule, restart);
}

/// The replies have a test of their own, on the way that the probe's lines take (domino_look_test.cpp).
void RandomFacts::fill(domino::DominoFacts& it) {
    auto& [primary, standby, library, account, probeEnded, replies] = it;
    fillAll(primary, standby, library, account, probeEnded);
    domino::Reason reason;
    fillAll(reason.code, reason.remote, reason.source, reason.text);
    domino::Identity identity;
    fillAll(identity.name, identity.serverName, identity.isServer);
    domino::StateReplicas states;
    fillAll(states.primary, states.standby, states.matched, states.longestLagSeconds, states.missing.count);
    domino::Queue queue;
    queue.first.workQueueDepth = 0.25;
    for (const Role role : {Role::primary, Role::standby}) {
        replies.reachability.of(role) = domino::Reply<domino::Reachability>::no(reason);
        replies.queue.of(role) = domino::Reply<domino::Queue>::yes(queue);
    }
    replies.identity = maybe() ? domino::Reply<domino::Identity>::yes(identity)
                               : domino::Reply<domino::Identity>::no(identity);
    replies.stateReplicas = domino::Reply<domino::StateReplicas>::yes(states);
    choose(replies.stateReplicas.witness, 3);
}

Facts RandomFacts::next() {
    Facts facts;
    auto& [computer, administrator, serviceManager, database, primaryAddresses, srpEndpoint, media, space,
           ports, notesIni, domino, serviceAccountExists, installed, unfinishedRun, standby, surroundings,
           otherRun, fromPublicReceipt, databaseNotChangeable, writableByOthers, others, logFolder] = facts;
    fillAll(computer, administrator, serviceManager, database, primaryAddresses, srpEndpoint, media, space,
            ports, notesIni, domino, serviceAccountExists, installed, unfinishedRun, standby, surroundings,
            otherRun, fromPublicReceipt, databaseNotChangeable, writableByOthers, others, logFolder);
    return facts;
}
