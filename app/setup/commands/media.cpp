// SPDX-License-Identifier: Apache-2.0
#include <optional>

#include <fmt/format.h>

#include "answers/command_line.hpp"
#include "commands/commands.hpp"
#include "host/files.hpp"
#include "host/interruption.hpp"
#include "host/others_write.hpp"
#include "media/media.hpp"
#include "model/media_manifest.hpp"
#include "model/media_trust.hpp"
#include "model/try.hpp"
#include "output/document.hpp"
#include "output/media_view.hpp"
#include "output/progress_view.hpp"
#include "output/waiting_note.hpp"
#include "shipped_files.hpp"
#include "text/lists.hpp"
#include "text/quantities.hpp"

namespace bes::app {
namespace po = boost::program_options;

namespace {

tl::unexpected<Failure> wrong(std::string why) {
    return fail(ExitCode::usage, "command.line", "The command line of media create is wrong", std::move(why),
                "'bes-standby-setup media create --help' shows its options.");
}

/// A language and the file with the text in it.
struct LicenseFile {
    std::string language, path;
};

/// "de=FILE"; without a language it is English.
LicenseFile licenseFile(const std::string& option) {
    const std::size_t equals = option.find('=');
    if (equals != 2)
        return {"en", option};
    return {option.substr(0, equals), option.substr(equals + 1)};
}

/// The licence that --license-id and --license name for media that is made; empty: neither was given. Line
/// breaks become those of Unix. Failures command.line, license.file.
Result<std::optional<License>> readLicense(const answers::CommandLine& line) {
    const auto id = line.value("license-id");
    const auto files = line.options.find("license");
    if (!id && files == line.options.end())
        return std::nullopt;
    if (!id || files == line.options.end())
        return wrong("--license-id and --license require each other");
    License license{*id, {}};
    for (const std::string& option : files->second) {
        const auto [language, path] = licenseFile(option);
        auto text = host::readFile(path);
        if (!text)
            return fail(ExitCode::usage, "license.file", "Setup can't read the license",
                        fmt::format("{}: {}", path, text.error().why),
                        "Choose a readable text (--license FILE).");
        std::erase(*text, '\r');
        if (!license.texts.emplace(language, std::move(*text)).second)
            return wrong(fmt::format("the language {} of --license is given twice", language));
    }
    return license;
}

Result<Catalog> readCatalog(const std::string& file) {
    const auto text = host::readFile(file);
    if (text)
        return parseCatalog(*text);
    const auto shipped = shippedCatalogs();
    const std::string names =
        shipped.empty() ? "" : fmt::format(", or one that comes with setup: {}", joined(shipped));
    return fail(ExitCode::usage, "catalog.file", "Setup can't read the catalogue",
                file + ": " + text.error().why,
                fmt::format("Choose a readable catalogue (--catalog FILE){}.", names));
}

/// Every option of `media create` is needed.
Result<void> checkCreateOptions(const answers::CommandLine& line) {
    std::string missing;
    for (const char* option : {"catalog", "from", "sign", "out"})
        if (!line.has(option))
            missing += fmt::format("{}--{} is missing", missing.empty() ? "" : "\n", option);
    if (const auto sign = line.options.find("sign"); sign != line.options.end() && sign->second.size() != 2)
        missing += fmt::format("{}--sign takes two files: --sign KEY CERT", missing.empty() ? "" : "\n");
    if (missing.empty())
        return {};
    return fail(ExitCode::usage, "command.line", "The command line of media create is wrong", missing,
                "'bes-standby-setup media create --help' shows its options.");
}

/// What root signs is not for others to choose.
Result<void> expectOwn(const std::string& path) {
    return host::expectNoOtherWriter(
        path, host::ownAndCallingAccounts(),
        {ExitCode::usage, "media.others-write", fmt::format("{} is not used for media", path), "", ""});
}

Result<ExitCode> mediaCreate(const Invocation& invocation) {
    const answers::CommandLine& line = invocation.line;
    TRY(checkCreateOptions(line));
    const std::string catalogPath = catalogFile(*line.value("catalog"));
    TRY_ASSIGN(const auto catalog, readCatalog(catalogPath));
    TRY_ASSIGN(const auto license, readLicense(line));
    const auto& sign = line.options.at("sign");
    for (const std::string& given : {catalogPath, *line.value("from"), sign.at(0), sign.at(1)})
        TRY(expectOwn(given));
    const std::string out = *line.value("out");
    {
        const WaitingNote note(invocation.console, "Packing ...");
        const auto made = media::create(catalog, *line.value("from"), {sign.at(0), sign.at(1)}, out, license);
        if (!made)
            return fail(made.error());
    }
    const auto contents = media::open(out, {sign.at(1)}); // for whom the signer is trusted
    if (!contents)
        return fail(contents.error());
    if (invocation.json())
        write(mediaDocument(*contents), invocation.console.out);
    else
        showMediaSummary(out, *contents, invocation.console.out);
    return ExitCode::success;
}

/// The media of a command line: its folder and what it says of itself.
struct OpenMedia {
    std::filesystem::path folder;
    Request request;
    MediaContents contents;
};

Result<OpenMedia> openMedia(const Invocation& invocation, media::Distrusted distrusted) {
    TRY_ASSIGN(const auto answers, invocation.answers());
    OpenMedia opened{answers.request.media, answers.request, {}};
    if (!invocation.line.arguments.empty())
        opened.folder = invocation.line.arguments.front();
    if (opened.folder.empty())
        return fail(ExitCode::usage, "command.line", "Which media is meant is not known",
                    "neither a folder nor media.folder was given", "Name the folder that media.json is in.");
    auto contents =
        media::open(opened.folder, answers.request.trust,
                    answers.request.allowUnsignedMedia ? media::Distrusted::readAnyway : distrusted);
    if (!contents)
        return fail(std::move(contents.error()));
    opened.contents = std::move(*contents);
    return opened;
}

/// Who asks to see what is there sees it, and beside it that it is not trusted.
constexpr auto shownAnyway = media::Distrusted::readAnyway;

Result<ExitCode> mediaList(const Invocation& invocation) {
    TRY_ASSIGN(const auto opened, openMedia(invocation, shownAnyway));
    if (invocation.json())
        write(mediaDocument(opened.contents), invocation.console.out);
    else
        showMedia(opened.contents, invocation.console.out);
    return ExitCode::success;
}

Result<ExitCode> mediaLicense(const Invocation& invocation) {
    TRY_ASSIGN(const auto opened, openMedia(invocation, shownAnyway));
    const auto& license = opened.contents.manifest.license;
    if (invocation.json())
        write(licenseDocument(license), invocation.console.out);
    else
        showLicense(license, invocation.line.value("language").value_or("en"), invocation.console.out);
    return ExitCode::success;
}

Result<void> verifySignature(const OpenMedia& media) {
    const SignatureState& signature = media.contents.signature;
    if (isRead(media.contents, media.request))
        return {};
    return fail(
        ExitCode::media, "media.signature", "The media is not trusted", signature.problem,
        signature.tampered
            ? Remedy("Do not use this media. Get it again from its publisher.")
            : Remedy(
                  "Get the media again from its publisher. If you trust the publisher, add its certificate.",
                  {{"media.trust"}}));
}

Result<void> verifyPackages(const Invocation& invocation, const OpenMedia& media) {
    std::uint64_t total = 0;
    for (const Package& package : media.contents.manifest.packages)
        total += package.unpackedSize();
    const auto progress = progressOn(invocation.console, invocation.json());
    progress->started(1, total);
    progress->stepStarted(0, "media.verify",
                          fmt::format("Read {} packages", media.contents.manifest.packages.size()));
    auto verified = media::verifyPackages(
        media.folder, media.contents.manifest, [&](std::uint64_t read) { progress->advanced(read); },
        host::stopOnSignals());
    if (verified)
        progress->stepFinished(0, "media.verify");
    return verified;
}

Result<ExitCode> mediaVerify(const Invocation& invocation) {
    TRY_ASSIGN(const auto media, openMedia(invocation, media::Distrusted::leaveUnread));
    TRY(verifySignature(media));
    Page& page = invocation.console.out;
    if (invocation.json())
        writeLine(verificationBegin(media.folder), page);
    TRY(verifyPackages(invocation, media));
    if (invocation.json())
        writeLine(verificationResult(media.contents), page);
    else
        showVerified(media.contents, page);
    return ExitCode::success;
}

po::options_description createOptions() {
    po::options_description options;
    auto add = options.add_options();
    add("catalog", po::value<std::string>()->value_name("FILE"),
        "The catalogue of the product: a file, or the name of one that comes with setup, bes-5.0-domino.");
    add("from", po::value<std::string>()->value_name("TREE"),
        "Folder with the files of each package in a folder of its own.");
    add("sign", po::value<std::vector<std::string>>()->multitoken()->value_name("KEY CERT"),
        "Private key and certificate of the signer, both PEM.");
    add("out", po::value<std::string>()->value_name("DIR"), "Folder for the media: new, or empty.");
    add("license-id", po::value<std::string>()->value_name("ID"),
        "Name of the license. Use a new name when its meaning changes: who accepted it is not asked "
        "again.");
    add("license", po::value<std::vector<std::string>>()->composing()->value_name("[LANGUAGE=]FILE"),
        "Text of a license that must be accepted at the installation; once for each language, such as "
        "\"de=FILE\". Without a language it is English.");
    return options;
}

po::options_description licenseOptions() {
    po::options_description options;
    options.add_options()("language", po::value<std::string>()->value_name("LANGUAGE"),
                          "Language, such as \"de\"; English if the media does not have it.");
    return options;
}

} // namespace

std::vector<Command> mediaCommands() {
    return {
        {.name = "media create",
         .summary = "Create signed installation media",
         .details =
             "The same input gives the same bytes. To check the signature in media.json.p7s with openssl: "
             "openssl cms -verify -binary -inform DER -in media.json.p7s -content media.json -CAfile CERT",
         .options = createOptions(),
         .run = mediaCreate},
        {.name = "media verify",
         .summary = "Check signature, signer and every file of installation media",
         .arguments = "[DIR]",
         .details = "Reads the whole media, as an installation does, and writes nothing.",
         .answers = answers::answersIn({"media"}),
         .run = mediaVerify,
         .onlyShows = true},
        {.name = "media license",
         .summary = "Print the license of installation media",
         .arguments = "[DIR]",
         .details = "To install from media with a license, accept it with --license.accept.",
         .options = licenseOptions(),
         .answers = answers::answersIn({"media"}),
         .run = mediaLicense,
         .onlyShows = true},
        {.name = "media list",
         .summary = "List the components and packages of installation media",
         .arguments = "[DIR]",
         .answers = answers::answersIn({"media"}),
         .run = mediaList,
         .onlyShows = true},
    };
}

} // namespace bes::app
