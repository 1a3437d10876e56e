#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/facts.hpp"
#include "model/plan.hpp"

namespace bes::plan {

/// The services of the components that the receipt names, in start order.
[[nodiscard]] std::vector<Service> servicesOf(const Receipt& receipt);

enum class TargetUnits {
    stop, ///< with all services that belong to them
    goOn,
};

/// Stops those of the services that are running, in stop order. None where nothing is to be stopped. Its undo
/// starts again what it stopped, besides deferred services.
[[nodiscard]] std::optional<Step> stopOf(const Facts& facts, const std::vector<Service>& services,
                                         TargetUnits targetUnits);

[[nodiscard]] Step takeOutTaskStep(const DominoTask& made);

} // namespace bes::plan
