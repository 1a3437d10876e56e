// SPDX-License-Identifier: Apache-2.0
#include "commands/media_making.hpp"

#include <fmt/format.h>

#include "answers/command_line.hpp"
#include "host/files.hpp"
#include "host/others_write.hpp"
#include "shipped_files.hpp"
#include "text/lists.hpp"

namespace bes::app {
namespace po = boost::program_options;

namespace {

tl::unexpected<Failure> wrong(const Invocation& invocation, std::string why) {
    const std::string& name = invocation.command.name;
    return fail(ExitCode::usage, "command.line", "The command line of " + name + " is wrong", std::move(why),
                "'bes-standby-setup " + name + " --help' shows its options.");
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

} // namespace

void addMakingOptions(po::options_description& options) {
    auto add = options.add_options();
    add("catalog", po::value<std::string>()->value_name("FILE"),
        "The catalogue of the product: a file, or the name of one that comes with setup, bes-5.0-domino or "
        "bes-5.0-domino-windows.");
    add("sign", po::value<std::vector<std::string>>()->multitoken()->value_name("KEY CERT"),
        "Private key and certificate of the signer, both PEM.");
    add("out", po::value<std::string>()->value_name("DIR"), "Folder for the media: new, or empty.");
    add("license-id", po::value<std::string>()->value_name("ID"),
        "Name of the license. Use a new name when its meaning changes: who accepted it is not asked "
        "again.");
    add("license", po::value<std::vector<std::string>>()->composing()->value_name("[LANGUAGE=]FILE"),
        "Text of a license that must be accepted at the installation; once for each language, such as "
        "\"de=FILE\". Without a language it is English.");
}

Result<void> expectOptions(const Invocation& invocation, const std::vector<const char*>& needed) {
    std::string missing;
    for (const char* option : needed)
        if (!invocation.line.has(option))
            missing += fmt::format("{}--{} is missing", missing.empty() ? "" : "\n", option);
    const auto sign = invocation.line.options.find("sign");
    if (sign != invocation.line.options.end() && sign->second.size() != 2)
        missing += fmt::format("{}--sign takes two files: --sign KEY CERT", missing.empty() ? "" : "\n");
    if (!missing.empty())
        return wrong(invocation, missing);
    return {};
}

// Line breaks become those of Unix.
Result<std::optional<License>> readLicense(const Invocation& invocation) {
    const answers::CommandLine& line = invocation.line;
    const auto id = line.value("license-id");
    const auto files = line.options.find("license");
    if (!id && files == line.options.end())
        return std::nullopt;
    if (!id || files == line.options.end())
        return wrong(invocation, "--license-id and --license require each other");
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
            return wrong(invocation, fmt::format("the language {} of --license is given twice", language));
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

Result<void> expectOwn(const std::string& path) {
    return host::expectNoOtherWriter(
        path, host::ownAndCallingAccounts(),
        {ExitCode::usage, "media.others-write", fmt::format("{} is not used for media", path), "", ""});
}

} // namespace bes::app
