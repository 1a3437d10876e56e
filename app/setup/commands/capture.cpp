// SPDX-License-Identifier: Apache-2.0
#include "commands/capture.hpp"

#include <algorithm>
#include <iterator>

#include "answers/command_line.hpp"
#include "capture/capture.hpp"
#include "commands/media_making.hpp"
#include "host/interruption.hpp"
#include "media/media.hpp"
#include "model/try.hpp"
#include "output/capture_view.hpp"
#include "output/waiting_note.hpp"
#include "shipped_files.hpp"
#include "text/path_text.hpp"

namespace bes::app {
namespace po = boost::program_options;

namespace {

std::vector<std::string> valuesOf(const Invocation& invocation, const char* option) {
    const auto found = invocation.line.options.find(option);
    return found == invocation.line.options.end() ? std::vector<std::string>() : found->second;
}

Result<void> expectOwnInput(const Invocation& invocation, const std::string& catalog) {
    std::vector<std::string> given{catalog, *invocation.line.value("from")};
    for (const char* option : {"registry", "sign"})
        std::ranges::copy(valuesOf(invocation, option), std::back_inserter(given));
    for (const std::string& path : given)
        TRY(expectOwn(path));
    return {};
}

Result<capture::Order> orderOf(const Invocation& invocation) {
    const answers::CommandLine& line = invocation.line;
    const std::string catalogPath = utf8(catalogFile(*line.value("catalog")));
    TRY_ASSIGN(auto catalog, readCatalog(catalogPath));
    TRY_ASSIGN(auto license, readLicense(invocation));
    TRY(expectOwnInput(invocation, catalogPath));
    capture::Order order{.catalog = std::move(catalog), .from = pathOf(*line.value("from"))};
    order.registry = pathsOf(valuesOf(invocation, "registry"));
    order.version = line.value("product-version").value_or("");
    order.license = std::move(license);
    order.leaveOut = valuesOf(invocation, "leave-out");
    return order;
}

Result<ExitCode> mediaCapture(const Invocation& invocation) {
    const answers::CommandLine& line = invocation.line;
    const bool dryRun = line.has("dry-run");
    TRY(expectOptions(invocation, dryRun ? std::vector<const char*>{"catalog", "from"}
                                         : std::vector<const char*>{"catalog", "from", "sign", "out"}));
    TRY_ASSIGN(const auto order, orderOf(invocation));
    std::optional<capture::Captured> captured;
    std::optional<MediaContents> media;
    {
        const WaitingNote note(invocation.console, "Reading the server ...");
        TRY_ASSIGN(captured, capture::capture(order));
    }
    if (!dryRun) {
        const auto& sign = line.options.at("sign");
        const std::filesystem::path out = pathOf(*line.value("out"));
        {
            const WaitingNote note(invocation.console, "Packing ...");
            TRY(capture::write(*captured, {pathOf(sign.at(0)), pathOf(sign.at(1))}, out,
                               host::stopOnSignals()));
        }
        TRY_ASSIGN(media, media::open(out, {pathOf(sign.at(1))})); // for whom the signer is trusted
    }
    if (invocation.json())
        write(captureDocument(*captured, media), invocation.console.out);
    else
        showCapture(*captured, media, line.value("out").value_or(""), invocation.console.out);
    return ExitCode::success;
}

po::options_description captureOptions() {
    po::options_description options;
    auto add = options.add_options();
    add("from", po::value<std::string>()->value_name("FOLDER"),
        "Folder that the server is installed in, or a copy of it.");
    add("registry", po::value<std::vector<std::string>>()->composing()->value_name("FILE"),
        "Export of the server's registry (.reg): its documented values come along, without secrets. Can be "
        "given several times.");
    add("leave-out", po::value<std::vector<std::string>>()->composing()->value_name("PATTERN"),
        "Leave out further files and folders: a name such as \"*.old\", or a path such as "
        "\"Setup/Cache\". Can be given several times.");
    add("product-version", po::value<std::string>()->value_name("VERSION"),
        "Version of the product, if the one that setup reads is not that of the primary in the database.");
    add("dry-run", "Show what the media would have, and write nothing.");
    addMakingOptions(options);
    return options;
}

} // namespace

Command captureCommand() {
    return {.name = "media capture",
            .summary = "Make installation media from an installed server",
            .details =
                "Run it on the primary, or on any computer with a copy of the primary's folder. Files "
                "go to packages by the rules of the catalogue. What belongs to that server alone is left "
                "out and listed: logs, certificates, keys, passwords, databases, and files that name it. "
                "What setup can't know of the server is listed too.",
            .options = captureOptions(),
            .run = mediaCapture};
}

} // namespace bes::app
