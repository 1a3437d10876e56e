// SPDX-License-Identifier: Apache-2.0
#include "output/capture_view.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "output/media_view.hpp"
#include "text/path_text.hpp"
#include "text/quantities.hpp"
#include "text/visible.hpp"

namespace bes::app {
namespace {

Json leftOutJson(const std::vector<capture::LeftOut>& leftOut) {
    Json json = Json::array();
    for (const capture::LeftOut& each : leftOut)
        json.push_back({{"name", visible(each.what)}, {"reason", each.why}});
    return json;
}

std::vector<Row> rowsOf(const std::vector<capture::LeftOut>& leftOut) {
    std::vector<Row> rows;
    for (const capture::LeftOut& each : leftOut)
        rows.push_back({each.what, each.why});
    return rows;
}

std::vector<Row> rowsOf(const std::vector<std::string>& texts) {
    std::vector<Row> rows;
    for (const std::string& text : texts)
        rows.push_back({text});
    return rows;
}

std::size_t filesOf(const media::PackageSource& package) {
    return static_cast<std::size_t>(
        std::ranges::count(package.files, FileType::regular, &PackagedFile::type));
}

std::vector<Row> packageRows(const capture::Captured& captured) {
    std::vector<Row> rows;
    for (const media::PackageSource& package : captured.packages)
        rows.push_back({package.id, counted(filesOf(package), "file")});
    return rows;
}

} // namespace

Json captureDocument(const capture::Captured& captured, const std::optional<MediaContents>& media) {
    Json json = document("media-capture");
    const Catalog& catalog = captured.manifest.catalog;
    json["product"] = catalog.product;
    json["version"] = catalog.version;
    json["language"] = captured.manifest.captured->language;
    json["registry_values"] = captured.manifest.captured->registry.size();
    Json& packages = json["packages"] = Json::array();
    for (const media::PackageSource& package : captured.packages)
        packages.push_back({{"id", package.id}, {"files", filesOf(package)}});
    json["left_out"] = {{"files", leftOutJson(captured.leftOut)},
                        {"components", leftOutJson(captured.leftOutComponents)},
                        {"registry", captured.leftOutValues}};
    json["unknown"] = captured.unknown;
    json["media"] = media ? mediaDocument(*media) : Json();
    return json;
}

void showCapture(const capture::Captured& captured, const std::optional<MediaContents>& media,
                 const std::string& folder, Page& page) {
    if (media)
        showMediaSummary(pathOf(folder), *media, page);
    else
        page.line({fmt::format("Media for {} {} can be made of the server.",
                               captured.manifest.catalog.product, captured.manifest.catalog.version),
                   Tone::good});
    const CapturedServer& server = *captured.manifest.captured;
    page.table({{"language", server.language.empty() ? "unknown" : server.language},
                {"registry", counted(server.registry.size(), "value")}});
    page.blank();
    page.group("Packages", packageRows(captured));
    page.group("Components that the server does not have", rowsOf(captured.leftOutComponents));
    page.group("Left out, because it belongs to the server alone", rowsOf(captured.leftOut));
    page.group("Values of the registry that stay behind", rowsOf(captured.leftOutValues));
    page.group("What setup can't know", rowsOf(captured.unknown));
}

} // namespace bes::app
