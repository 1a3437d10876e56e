// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/engine_order.hpp"
#include "model/media_manifest.hpp"
#include "model/plan.hpp"

// Documents in which everything that a document of the kind can have stands once, and little more: fuzzing
// begins with them, and what is short is tried more often.

namespace bes::samples {

/// Two components of the one that is shipped.
[[nodiscard]] Catalog sampleCatalog(const Catalog& shipped);
[[nodiscard]] MediaManifest sampleManifest(const Catalog& catalog);
[[nodiscard]] Request sampleRequest();
[[nodiscard]] Receipt sampleReceipt(const Catalog& catalog);
/// Every action and every way to undo one.
[[nodiscard]] Plan samplePlan(const Catalog& catalog);
[[nodiscard]] EngineOrder sampleOrder(const Catalog& catalog);

} // namespace bes::samples
