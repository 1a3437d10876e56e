// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "model/facts.hpp"
#include "plan/composition.hpp"

namespace bes::plan {

enum class Version {
    installed, ///< where its media can't be read, the files are those of the receipt
    ofMedia,   ///< whatever the media has
};

/// The services of the components that a receipt names, in start order.
[[nodiscard]] std::vector<Service> servicesOf(const Receipt& receipt);

/// A composition that is worked out of a receipt: of the installed standby, or of a changed one. Owns what it
/// leads to.
class ReceiptComposition {
public:
    ReceiptComposition(const Facts& facts, Request request, const std::vector<std::string>& components,
                       Version version);
    ReceiptComposition(const ReceiptComposition&) = delete;
    ReceiptComposition& operator=(const ReceiptComposition&) = delete;
    ReceiptComposition(ReceiptComposition&&) = delete;
    ReceiptComposition& operator=(ReceiptComposition&&) = delete;
    ~ReceiptComposition() = default;

    [[nodiscard]] const Composition& composition() const { return composition_; }
    [[nodiscard]] const std::vector<InstalledFile>& payload() const { return payload_; } ///< sorted by path

private:
    Request request_;
    Server primary_;
    MediaContents media_;
    Composition composition_;
    std::vector<InstalledFile> payload_;
};

} // namespace bes::plan
