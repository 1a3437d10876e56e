// SPDX-License-Identifier: Apache-2.0
#include "support/random_requests.hpp"

#include "model/findings.hpp"

using namespace bes;

// Every part is named by a structured binding, so that a new one does not compile before it is filled here.

Request RandomRequests::next() {
    Request request;
    auto& [primary, standby, database, media, trust, allowUnsignedMedia, acceptLicense, preset, add, omit,
           domino, installFolder, configurationFolder, logFolder, serviceAccount, onStartFailure,
           existingFiles, root, computer] = request;
    primary = text();
    standby = maybe() ? "standby" + text() : "";
    addAddress(database);
    media = path();
    for (auto count = number(3); count > 0; --count)
        trust.push_back(path());
    allowUnsignedMedia = maybe();
    acceptLicense = maybe();
    preset = static_cast<ComponentPreset>(number(3));
    for (auto count = number(4); count > 0; --count)
        add.push_back("add" + text());
    for (auto count = number(4); count > 0; --count)
        omit.push_back("omit" + text());
    addQuestions(domino);
    installFolder = path();
    configurationFolder = maybe() ? path() : configurationFolder;
    logFolder = maybe() ? path() : logFolder;
    serviceAccount = maybe() ? "svc-" + std::to_string(number(1000)) : "bes";
    onStartFailure = maybe() ? OnStartFailure::keep : OnStartFailure::rollback;
    existingFiles = maybe() ? ExistingFiles::keep : ExistingFiles::refuse;
    if (maybe()) {
        root = path();
        computer = textOrNothing();
    }
    return request;
}

void RandomRequests::addAddress(DatabaseAddress& address) {
    static const std::vector<std::string> demands{"verify-full", "verify-ca", "require", "off"};
    auto& [backend, location, user, password, server, partner, port, name, integrated, tls, caFile] = address;
    user = textOrNothing();
    password.text = maybe() ? "file:" + path().string() : maybe() ? "env:" + text() : "";
    if (maybe()) {
        location = path().string();
        return;
    }
    backend = maybe() ? "postgresql" : "sqlserver";
    server = text();
    if (backend == "postgresql") {
        port = 1 + static_cast<unsigned>(number(65535));
    } else {
        partner = textOrNothing();
        integrated = user.empty() && maybe();
    }
    name = text();
    tls = demands[number(demands.size())];
    caFile = tls.starts_with("verify") && maybe() ? path().string() : "";
}

void RandomRequests::addQuestions(DominoQuestions& domino) {
    auto& [notesIni, programFolder, timeLimit, primaryConsole, standbyConsole, httpUrl, httpUser,
           httpPassword, acceptUnknown] = domino;
    notesIni = maybe() ? path() : notesIni;
    programFolder = maybe() ? path() : programFolder;
    timeLimit = 1 + static_cast<unsigned>(number(86400));
    primaryConsole = maybe() ? path().string() : "";
    standbyConsole = maybe() ? path().string() : "";
    httpUrl = textOrNothing();
    httpUser = textOrNothing();
    httpPassword.text = maybe() ? "env:" + text() : "";
    for (auto count = number(3); count > 0; --count)
        acceptUnknown.push_back(acceptableUnknowns()[number(3)]);
}

std::size_t RandomRequests::number(std::size_t below) {
    return std::uniform_int_distribution<std::size_t>(0, below - 1)(random_);
}

std::string RandomRequests::text() {
    static const std::vector<std::string> pieces{"a", "B", "7",  " ",    "#", ";",  ",", "\"", "=", "[",
                                                 "]", ".", "\\", "\"\"", "ü", "日", "'", " #", "%"};
    std::string made;
    for (auto count = 1 + number(8); count > 0; --count)
        made += pieces[number(pieces.size())];
    return made;
}

std::filesystem::path RandomRequests::path() {
    std::filesystem::path made = "/";
    for (auto count = 1 + number(3); count > 0; --count)
        made /= "d" + text();
    return made;
}
