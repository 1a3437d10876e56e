// SPDX-License-Identifier: Apache-2.0
#include "output/media_view.hpp"

#include <numeric>
#include <ranges>
#include <sstream>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "output/text.hpp"
#include "text/path_text.hpp"
#include "text/quantities.hpp"

namespace bes::app {
namespace {

std::uint64_t unpackedSize(const MediaManifest& manifest) {
    return std::accumulate(manifest.packages.begin(), manifest.packages.end(), std::uint64_t{0},
                           [](std::uint64_t sum, const Package& p) { return sum + p.unpackedSize(); });
}

std::uint64_t packedSize(const MediaManifest& manifest) {
    return std::accumulate(manifest.packages.begin(), manifest.packages.end(), std::uint64_t{0},
                           [](std::uint64_t sum, const Package& p) { return sum + p.size; });
}

std::string bytesText(std::uint64_t bytes) {
    return formatBytes(bytes, Rounding::up);
}

Cell signatureCell(const SignatureState& signature) {
    if (signature.trusted)
        return {"trusted, by " + signature.signer, Tone::good};
    const std::string by = signature.signer.empty() ? "" : " (by " + signature.signer + ")";
    return {"not trusted: " + signature.problem + by, Tone::warning};
}

/// A row for each who signed: what is compared with what the publisher says of its certificate.
void addCertificates(std::vector<Row>& rows, const SignatureState& signature) {
    for (const SignerCertificate& certificate : signature.certificates)
        rows.push_back({"certificate", fmt::format("SHA-256 {}, valid from {} until {}", certificate.sha256,
                                                   certificate.validFrom, certificate.validUntil)});
}

Json certificatesJson(const SignatureState& signature) {
    Json certificates = Json::array();
    for (const SignerCertificate& certificate : signature.certificates)
        certificates.push_back(toJson(certificate));
    return certificates;
}

std::string sizes(const MediaManifest& manifest) {
    return fmt::format("{}, {}, {} unpacked", counted(manifest.packages.size(), "package"),
                       bytesText(packedSize(manifest)), bytesText(unpackedSize(manifest)));
}

std::string languagesOf(const License& license) {
    return fmt::format("{}", fmt::join(license.texts | std::views::keys, ", "));
}

std::string licenseCell(const std::optional<License>& license) {
    return license ? fmt::format("{} ({})", license->id, languagesOf(*license)) : "none";
}

} // namespace

Json licenseDocument(const std::optional<License>& license) {
    Json json = document("media-license");
    json["id"] = license ? Json(license->id) : Json();
    json["texts"] = license ? Json(license->texts) : Json::object();
    return json;
}

void showLicense(const std::optional<License>& license, const std::string& language, Page& page) {
    if (!license)
        return page.line("The media has no license.");
    page.line({fmt::format("License {} ({})", license->id, languagesOf(*license)), Tone::strong});
    page.blank();
    std::istringstream text(license->textIn(language));
    for (std::string line; std::getline(text, line);)
        if (line.empty())
            page.blank();
        else
            page.paragraph(line);
}

Json mediaDocument(const MediaContents& media) {
    Json json = document("media");
    json["product"] = media.manifest.catalog.product;
    json["version"] = media.manifest.catalog.version;
    json["manifest_sha256"] = media.manifestSha256;
    json["signature"] = {{"trusted", media.signature.trusted},
                         {"signer", media.signature.signer},
                         {"problem", media.signature.problem},
                         {"certificates", certificatesJson(media.signature)}};
    json["license"] = media.manifest.license ? Json(media.manifest.license->id) : Json();
    json["packages"] = Json::array();
    for (const Package& package : media.manifest.packages)
        json["packages"].push_back({{"id", package.id},
                                    {"archive", package.archive},
                                    {"size", package.size},
                                    {"unpacked_size", package.unpackedSize()},
                                    {"sha256", package.sha256},
                                    {"files", package.files.size()}});
    json["components"] = Json::array();
    for (const Component& component : media.manifest.catalog.components)
        json["components"].push_back({{"id", component.id},
                                      {"name", component.name},
                                      {"package", component.package},
                                      {"failover_capable", component.failoverCapable}});
    json["damage"] = media.damage;
    return json;
}

Json verificationBegin(const std::filesystem::path& folder) {
    Json json = runBegin("media-verification");
    json["folder"] = utf8(folder);
    return json;
}

Json verificationResult(const MediaContents& media) {
    Json json = runEvent("result");
    json["outcome"] = "good";
    json["exit_code"] = exitCodeJson(ExitCode::success);
    json["media"] = mediaDocument(media);
    return json;
}

void showMedia(const MediaContents& media, Page& page) {
    const Catalog& catalog = media.manifest.catalog;
    page.line({fmt::format("{} {}", catalog.product, catalog.version), Tone::strong});
    std::vector<Row> about{{"signature", signatureCell(media.signature)}};
    addCertificates(about, media.signature);
    about.push_back({"license", licenseCell(media.manifest.license)});
    about.push_back({"contents", sizes(media.manifest)});
    page.table(about);
    page.blank();
    std::vector<Row> rows{{{"component", Tone::faint},
                           {"name", Tone::faint},
                           {"unpacked", Tone::faint},
                           {"fails over", Tone::faint}}};
    for (const Component& component : catalog.components) {
        const Package* package = media.manifest.find(component.package);
        rows.push_back({component.id, component.name,
                        package ? bytesText(package->unpackedSize()) : "no package",
                        component.failoverCapable ? "yes" : "no"});
    }
    page.table(rows);
    for (const std::string& damage : media.damage)
        page.line({damage, Tone::bad}, 2);
}

void showMediaSummary(const std::filesystem::path& folder, const MediaContents& media, Page& page) {
    page.line({fmt::format("Media for {} {} is in {}.", media.manifest.catalog.product,
                           media.manifest.catalog.version, utf8(folder)),
               Tone::good});
    page.table({{"contents", sizes(media.manifest)}, {"SHA-256", media.manifestSha256}});
}

void showVerified(const MediaContents& media, Page& page) {
    page.line({fmt::format("The media is complete: {}.", sizes(media.manifest)), Tone::good});
    page.table(
        {{"product", fmt::format("{} {}", media.manifest.catalog.product, media.manifest.catalog.version)},
         {"signature", signatureCell(media.signature)},
         {"SHA-256", media.manifestSha256}});
}

} // namespace bes::app
