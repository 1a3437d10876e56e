// SPDX-License-Identifier: Apache-2.0
#include "license_files.hpp"

#include <fmt/format.h>

#include "host/files.hpp"

namespace bes::app {
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

} // namespace

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

} // namespace bes::app
