// SPDX-License-Identifier: Apache-2.0
// fuzz-seeds FOLDER: writes inputs to begin with into FOLDER/TARGET/, beside the texts that stand in seeds/.

#include <unistd.h>
#include <zstd.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include <iostream>
#include <map>
#include <sstream>
#include <stdexcept>

#include "host/process.hpp"
#include "host/sealed_secret.hpp"
#include "media/sign.hpp"
#include "model/json.hpp"
#include "model/json_text.hpp"
#include "model/seen_facts.hpp"
#include "support/random_facts.hpp"
#include "support/random_requests.hpp"
#include "support/sample_documents.hpp"
#include "unit/domino/console_samples.hpp"
#include "unit/media/practice_archive.hpp"

namespace bes::fuzz {
namespace {

namespace fs = std::filesystem;
using Kind = PracticeEntry::Kind;
using namespace samples;

const fs::path source = BES_SOURCE_DIR;

std::string textOf(const fs::path& file) {
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

class Seeds {
public:
    explicit Seeds(fs::path folder) : folder_(std::move(folder)) {}

    void add(const std::string& target, const std::string& name, std::string_view content) const {
        fs::create_directories(folder_ / target);
        std::ofstream(folder_ / target / name, std::ios::binary) << content;
    }

private:
    fs::path folder_;
};

void documents(const Seeds& seeds) {
    const auto shipped = parseCatalog(textOf(source / "resources/catalog/bes-5.0-domino.json"));
    if (!shipped)
        throw std::runtime_error(shipped.error().why);
    const Catalog catalog = sampleCatalog(*shipped);
    seeds.add("catalogue", "sample", formatCatalog(catalog));
    seeds.add("manifest", "sample", formatMediaManifest(sampleManifest(catalog)));
    seeds.add("receipt", "sample", formatDocument(toJson(sampleReceipt(catalog))));
    seeds.add("plan", "sample", formatPlan(samplePlan(catalog)));
    RandomFacts facts(1, sampleManifest(catalog), sampleReceipt(catalog));
    RandomRequests requests(1);
    for (const char* name : {"random-1", "random-2", "random-3"})
        seeds.add("facts", name,
                  formatDocument(toJson(SeenFacts{.setupVersion = "1.1.0",
                                                  .seenAt = "2026-11-29T12:00:00Z",
                                                  .request = requests.next(),
                                                  .facts = facts.next()})));
    EngineOrder order = sampleOrder(catalog);
    seeds.add("order", "sample", formatEngineOrder(order).reveal());
    order.plan.reset();
    seeds.add("order", "without-plan", formatEngineOrder(order).reveal());
}

void texts(const Seeds& seeds) {
    seeds.add("console_text", "cluster", shownCluster + shownTasks);
    seeds.add("console_text", "logged", loggedCluster);
    seeds.add("console_text", "translated", translatedCluster + shownTasks);
    seeds.add("console_text", "tasks", shownTasks);
    const std::string ini = textOf(source / "app/practice/data/notes.ini");
    std::string withReturns;
    for (const char c : ini)
        withReturns += c == '\n' ? std::string("\r\n") : std::string(1, c);
    seeds.add("notes_ini", "practice", "BES\n" + ini);
    seeds.add("notes_ini", "practice-crlf", "BES\n" + withReturns);
}

void archives(const Seeds& seeds) {
    const PracticeEntry folder{.path = "d", .kind = Kind::folder, .mode = 0755};
    const PracticeEntry file{.path = "d/f", .content = std::string(600, 'x'), .mode = 0755};
    const PracticeEntry link{.path = "l", .kind = Kind::symbolicLink, .leadsTo = "d/f"};
    const std::map<std::string, std::vector<PracticeEntry>> tars{
        {"whole", {folder, file, link}},
        {"one-file", {{.path = "f", .content = "four"}}},
        {"long-name", {{.path = std::string(150, 'n') + "/" + std::string(120, 'm'), .content = "x"}}},
        {"letters", {{.path = "M\xC3\xA4il", .content = "x"}}},
        {"absolute", {{.path = "/etc/evil", .content = "x"}}},
        {"above", {{.path = "../evil", .content = "x"}}},
        {"through-link", {{.path = "d", .kind = Kind::symbolicLink, .leadsTo = "../.."}, file}},
        {"hard-link", {file, {.path = "h", .kind = Kind::hardLink, .leadsTo = "d/f"}}},
        {"device", {{.path = "c", .kind = Kind::characterDevice}}},
        {"pipe", {{.path = "p", .kind = Kind::pipe}}},
        {"mode", {{.path = "s", .content = "x", .mode = 04755}}}};
    for (const auto& [name, entries] : tars) {
        seeds.add("tar", name, tarOf(entries));
        seeds.add("zstd", name, zstdOf(tarOf(entries)));
    }
    const std::string text = textOf(source / "app/practice/data/license.en.txt");
    for (const int level : {1, 19}) { // without a checksum at the end: what is changed gets further
        std::string compressed(ZSTD_compressBound(text.size()), '\0');
        compressed.resize(
            ZSTD_compress(compressed.data(), compressed.size(), text.data(), text.size(), level));
        seeds.add("zstd", "text-" + std::to_string(level), compressed);
    }
    seeds.add("zstd", "large-window", zstdOf(std::string(3000, 'x'), 27));
}

void secrets(const Seeds& seeds) {
    const auto sealed = host::seal(Secret("a secret"), Secret("the passphrase of the practice"), {1, 1, 1});
    seeds.add("sealed_secret", "secret", std::string("s\x05\x01") + "another secret");
    seeds.add("sealed_secret", "text", "t" + *sealed);
    std::string bytes("b\x01\x01\x01\x01", 5);
    bytes += std::string(28, 's') + std::string(24, 'c');
    seeds.add("sealed_secret", "bytes", bytes);
}

void signatures(const Seeds& seeds) {
    const fs::path folder = fs::temp_directory_path() / ("bes-fuzz-seeds-" + std::to_string(::getpid()));
    fs::create_directory(folder);
    const std::string key = (folder / "key.pem").string();
    const std::string certificate = (folder / "certificate.pem").string();
    const auto made =
        host::run({"openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "3650", "-subj",
                   "/O=Practice/CN=practice-signer", "-keyout", key, "-out", certificate, "-addext",
                   "keyUsage=critical,digitalSignature", "-addext", "extendedKeyUsage=codeSigning"},
                  std::chrono::seconds(60));
    const auto signer = media::Signer::load({key, certificate});
    const auto signature = signer ? signer->sign("The manifest that was signed\n") : fail(signer.error());
    const std::string trusted = textOf(certificate);
    fs::remove_all(folder);
    if (!made || !signature)
        throw std::runtime_error("no signature was made: " + signature.error().why);
    seeds.add("signature", "good", trusted + "\n%%\n" + *signature);
    seeds.add("signature", "unknown-signer", "\n%%\n" + *signature);
}

std::string twoBytes(std::size_t number) {
    return {static_cast<char>(number & 0xFF), static_cast<char>(number >> 8)};
}

/// As the Notes C API hands over the summary of a document.
std::string itemTable(const std::vector<std::pair<std::string, std::string>>& items) {
    std::string lengths, content;
    for (const auto& [name, value] : items) {
        const std::string typed = twoBytes(0x0500) + value;
        lengths += twoBytes(name.size()) + twoBytes(typed.size());
        content += name + typed;
    }
    return twoBytes(4 + lengths.size() + content.size()) + twoBytes(items.size()) + lengths + content;
}

void notesBuffers(const Seeds& seeds) {
    seeds.add("notes_buffers", "table",
              "t" + itemTable({{"PathName", "BES\\State\\1.nsf"}, {"Server", "CN=Mail01/O=Acme"}}));
    seeds.add("notes_buffers", "list",
              "l\x0f"
              "CN=Mail01/O=Acme\x0f"
              "CN=Mail11/O=Acme");
    seeds.add("notes_buffers", "time", std::string("d\x00\xeb\x41\x00\xc0\x79\x25\x85", 9));
    seeds.add("notes_buffers", "statistics",
              "sReplica.Cluster.Servers\t1\nReplica.Cluster.WorkQueueDepth\t1,234\n");
    seeds.add("notes_buffers", "tasks", "s" + shownTasks);
}

/// A message of PostgreSQL's protocol: a letter, a length of four bytes, and what it says.
std::string message(char kind, const std::string& content) {
    std::string bytes(1, kind);
    for (const int shift : {24, 16, 8, 0})
        bytes += static_cast<char>((content.size() + 4) >> shift & 0xFF);
    return bytes + content;
}

void postgresql(const Seeds& seeds) {
    using namespace std::string_literals;
    const std::string good = message('R', "\0\0\0\0"s);
    const auto words = [](const std::string& state) {
        return "SFATAL\0VFATAL\0C"s + state + "\0Mit does not want to\0Fauth.c\0L1\0Rauth\0\0"s;
    };
    seeds.add("postgresql", "ready",
              good + message('S', "server_version\0"s + "15.5\0"s) + message('K', "\0\0\0\1\0\0\0\2"s) +
                  message('Z', "I"));
    seeds.add("postgresql", "password", message('R', "\0\0\0\3"s) + good + message('Z', "I"));
    seeds.add("postgresql", "scram", message('R', "\0\0\0\12SCRAM-SHA-256\0\0"s));
    for (const char* state : {"28P01", "3D000", "53300", "57P03", "0A000"})
        seeds.add("postgresql", state, message('E', words(state)));
    seeds.add("postgresql", "notice", message('N', words("00000")) + good + message('Z', "I"));
    seeds.add("postgresql", "old", "EFATAL:  28P01: it does not want to\n\0"s);
}

} // namespace
} // namespace bes::fuzz

int main(int count, char** words) {
    if (count != 2) {
        std::cerr << "Usage: fuzz-seeds FOLDER\n";
        return 2;
    }
    const bes::fuzz::Seeds seeds(words[1]);
    for (const auto& add : {bes::fuzz::documents, bes::fuzz::texts, bes::fuzz::archives, bes::fuzz::secrets,
                            bes::fuzz::signatures, bes::fuzz::notesBuffers, bes::fuzz::postgresql})
        add(seeds);
}
