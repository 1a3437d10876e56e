// SPDX-License-Identifier: Apache-2.0
#include <optional>

#include <fmt/format.h>

#include "answers/command_line.hpp"
#include "commands/capture.hpp"
#include "commands/commands.hpp"
#include "commands/media_making.hpp"
#include "host/interruption.hpp"
#include "media/media.hpp"
#include "model/media_manifest.hpp"
#include "model/media_trust.hpp"
#include "model/try.hpp"
#include "output/document.hpp"
#include "output/media_view.hpp"
#include "output/progress_view.hpp"
#include "output/waiting_note.hpp"
#include "shipped_files.hpp"
#include "text/path_text.hpp"

namespace bes::app {
namespace po = boost::program_options;

namespace {

Result<ExitCode> mediaCreate(const Invocation& invocation) {
    const answers::CommandLine& line = invocation.line;
    TRY(expectOptions(invocation, {"catalog", "from", "sign", "out"}));
    const std::string catalogPath = utf8(catalogFile(*line.value("catalog")));
    TRY_ASSIGN(const auto catalog, readCatalog(catalogPath));
    TRY_ASSIGN(const auto license, readLicense(invocation));
    const auto& sign = line.options.at("sign");
    for (const std::string& given : {catalogPath, *line.value("from"), sign.at(0), sign.at(1)})
        TRY(expectOwn(given));
    const std::string out = *line.value("out");
    {
        const WaitingNote note(invocation.console, "Packing ...");
        TRY(media::create(catalog, pathOf(*line.value("from")), {pathOf(sign.at(0)), pathOf(sign.at(1))},
                          pathOf(out), license, host::stopOnSignals()));
    }
    TRY_ASSIGN(const auto contents,
               media::open(pathOf(out), {pathOf(sign.at(1))})); // for whom the signer is trusted
    if (invocation.json())
        write(mediaDocument(contents), invocation.console.out);
    else
        showMediaSummary(out, contents, invocation.console.out);
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
    options.add_options()("from", po::value<std::string>()->value_name("TREE"),
                          "Folder with the files of each package in a folder of its own.");
    addMakingOptions(options);
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
        captureCommand(),
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
