// SPDX-License-Identifier: Apache-2.0
#include "wizard/installed.hpp"

#include <algorithm>
#include <fstream>

#include <catch2/catch.hpp>

#include "places_of_tests.hpp"

namespace bes::wizard {
namespace {

namespace fs = std::filesystem;

QString text(const fs::path& path) {
    return QString::fromStdString(path.string());
}

} // namespace

Installed::Installed() {
    Practice::output(Practice::setup(), {QStringLiteral("install"), QStringLiteral("--answer-file"),
                                         QString::fromStdString(practice.answerFile())});
}

std::string Installed::loseFile() const {
    const auto files = receipt()->files;
    const auto file = std::ranges::find_if(files, [](const InstalledFile& f) {
        return f.type == FileType::regular && f.path.starts_with("/opt/");
    });
    REQUIRE(fs::remove(practice.root() / file->path.substr(1)));
    return file->path;
}

void Installed::inDatabase(const char* sql) const {
    Practice::output(QStringLiteral("sqlite3"), {text(practice.database()), QString::fromUtf8(sql)});
}

fs::path Installed::makeMedia(const char* changes) const {
    const fs::path lab = practice.request().media.parent_path().parent_path();
    const fs::path folder = practice.root().parent_path();
    const fs::path catalog = folder / "catalog.json";
    std::ofstream(catalog) << Practice::output(
        QStringLiteral("sqlite3"),
        {QStringLiteral(":memory:"),
         QStringLiteral("SELECT json_set(readfile('%1/resources/catalog/bes-5.0-domino.json'), %2)")
             .arg(QStringLiteral(BES_SOURCE_DIR), QString::fromUtf8(changes))});
    const fs::path tree = folder / "tree";
    if (!fs::exists(tree)) {
        fs::copy(lab / "tree", tree, fs::copy_options::recursive | fs::copy_options::copy_symlinks);
        std::ofstream(tree / "router/bin/bes-router", std::ios::app) << "another one";
    }
    const fs::path media =
        folder / ("media-" + std::to_string(std::distance(fs::directory_iterator(folder), {})));
    Practice::output(Practice::setup(),
                     {QStringLiteral("media"), QStringLiteral("create"), QStringLiteral("--catalog"),
                      text(catalog), QStringLiteral("--from"), text(tree), QStringLiteral("--sign"),
                      text(lab / "keys/signer.key"), text(lab / "keys/signer.crt"), QStringLiteral("--out"),
                      text(media)});
    return media;
}

} // namespace bes::wizard
