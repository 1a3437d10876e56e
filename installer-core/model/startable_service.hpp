// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/catalog.hpp"

namespace bes {

/// A service that setup may start. No other code path leads to a start: a value of this type can be made only
/// from a catalogue entry that says start-after-setup, and the start call takes nothing else.
class StartableService {
public:
    [[nodiscard]] static std::optional<StartableService> from(const Service& service) {
        if (service.startPolicy != StartPolicy::startAfterSetup)
            return std::nullopt;
        return StartableService(service.unit, service.displayName, service.startOrder);
    }

    [[nodiscard]] const std::string& unit() const { return unit_; }
    [[nodiscard]] const std::string& displayName() const { return displayName_; }
    [[nodiscard]] int startOrder() const { return startOrder_; }

    bool operator==(const StartableService&) const = default;

private:
    StartableService(std::string unit, std::string displayName, int startOrder)
        : unit_(std::move(unit)), displayName_(std::move(displayName)), startOrder_(startOrder) {}

    std::string unit_;
    std::string displayName_;
    int startOrder_;
};

/// The entry of the catalogue with that unit, if it may be started.
[[nodiscard]] std::optional<StartableService> findStartable(const Catalog& catalog, std::string_view unit);

} // namespace bes
