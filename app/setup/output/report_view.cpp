// SPDX-License-Identifier: Apache-2.0
#include "output/report_view.hpp"

#include <fmt/format.h>

#include "output/document.hpp"
#include "text/path_text.hpp"
#include "text/quantities.hpp"

namespace bes::app {
namespace {

std::size_t sizeOf(const CollectedReport& report) {
    std::size_t bytes = 0;
    for (const report::File& file : report.files)
        bytes += file.content.size();
    return bytes;
}

} // namespace

void showContents(const CollectedReport& report, Page& page) {
    if (report.underWay)
        page.paragraph({"A run of setup is in progress: " + describe(*report.underWay) +
                            ". What the report says may change with it.",
                        Tone::warning});
    std::vector<Row> rows;
    for (const report::File& file : report.files)
        rows.push_back({file.name, fmt::format("{:>9}", formatBytes(file.content.size(), Rounding::up)),
                        file.about + (file.leftOut.empty() ? "" : ". Left out: " + file.leftOut)});
    page.group("In the report", rows);
    std::vector<Row> missing;
    for (const report::Missing& each : report.missing)
        missing.push_back({each.what, each.why});
    page.group("Not in the report", missing);
    page.blank();
    page.paragraph(
        fmt::format("{}, {} before they are packed. Passwords, keys and people's names are left out "
                    "of every file ({} in place of names). Names of servers and folders stay.",
                    counted(report.files.size(), "file"), formatBytes(sizeOf(report), Rounding::up),
                    counted(report.people, "placeholder")));
}

Json reportDocument(const CollectedReport& report, const std::filesystem::path& file,
                    std::optional<std::size_t> size) {
    Json json = document("report");
    json["path"] = utf8(file);
    json["written"] = size.has_value();
    json["size"] = size ? Json(*size) : Json(nullptr);
    json["folder"] = report.name;
    json["files"] = Json::array();
    for (const report::File& each : report.files)
        json["files"].push_back({{"name", each.name},
                                 {"size", each.content.size()},
                                 {"about", each.about},
                                 {"left_out", each.leftOut}});
    json["missing"] = Json::array();
    for (const report::Missing& each : report.missing)
        json["missing"].push_back({{"what", each.what}, {"why", each.why}});
    json["placeholders"] = report.people;
    json["run_in_progress"] = report.underWay.has_value();
    return json;
}

} // namespace bes::app
