// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>

#include "model/facts.hpp"
#include "model/finding.hpp"
#include "model/plan.hpp"

namespace bes {

/// Keys keep the order in which they are written: what a person reads first comes first, and the bytes are
/// stable.
using Json = nlohmann::ordered_json;

// The JSON of the model. Reading throws nlohmann::json::exception or std::invalid_argument for what has not
// the shape; parse…() of the types turn that into a Failure. A Secret has no JSON.

[[nodiscard]] Json toJson(const Catalog& catalog);
[[nodiscard]] Json toJson(const MediaManifest& manifest);
[[nodiscard]] Json toJson(const Request& request);
[[nodiscard]] Json toJson(const Receipt& receipt);
[[nodiscard]] Json toJson(const Plan& plan);
[[nodiscard]] Json toJson(const Facts& facts);
[[nodiscard]] Json toJson(const Finding& finding);
[[nodiscard]] Json toJson(const Failure& failure);
[[nodiscard]] Json toJson(const Server& server);
[[nodiscard]] Json toJson(const Pair& pair);
[[nodiscard]] Json toJson(const SignerCertificate& certificate);

[[nodiscard]] Catalog catalogFromJson(const Json& json);
[[nodiscard]] MediaManifest mediaManifestFromJson(const Json& json);
[[nodiscard]] Request requestFromJson(const Json& json);
[[nodiscard]] Receipt receiptFromJson(const Json& json);
[[nodiscard]] Plan planFromJson(const Json& json);
[[nodiscard]] Facts factsFromJson(const Json& json);

} // namespace bes
