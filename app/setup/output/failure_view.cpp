// SPDX-License-Identifier: Apache-2.0
#include "output/failure_view.hpp"

#include "answers/typed_remedy.hpp"

namespace bes::app {

void showFailure(const Failure& failure, Page& page, const std::filesystem::path& log) {
    page.line(Row{{"bes-standby-setup: ", Tone::bad}, failure.what, {"  [" + failure.id + "]", Tone::faint}});
    std::vector<Row> rows;
    if (!failure.why.empty())
        rows.push_back({"why:", failure.why});
    if (!failure.remedy.empty())
        rows.push_back({"remedy:", answers::typedRemedy(failure)});
    if (!log.empty())
        rows.push_back({"log:", log.string()});
    page.table(rows);
}

} // namespace bes::app
