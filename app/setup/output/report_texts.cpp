// SPDX-License-Identifier: Apache-2.0
#include "output/report_texts.hpp"

#include <functional>
#include <sstream>

#include "output/findings_view.hpp"
#include "output/installed_view.hpp"
#include "output/maintenance_view.hpp"
#include "output/plan_view.hpp"

namespace bes::app {
namespace {

constexpr std::size_t columns = 110;

std::string textOf(const std::function<void(Page&)>& show) {
    std::ostringstream text;
    Page page(text, columns, false);
    show(page);
    return text.str();
}

} // namespace

std::string findingsText(const std::vector<Finding>& findings) {
    return textOf([&](Page& page) { showFindings(findings, FindingsShown::all, page); });
}

std::string planText(const Plan& plan, const std::vector<Finding>& findings) {
    return textOf([&](Page& page) {
        if (plan.command == "install")
            showPlan(plan, findings, page);
        else
            showMaintenancePlan(plan, findings, {}, page);
    });
}

std::string statusText(const StandbyStatus& status, const std::optional<domino::Readiness>& readiness) {
    return textOf([&](Page& page) {
        showStatus(status, page);
        if (readiness)
            showReadiness(*readiness, page);
    });
}

} // namespace bes::app
