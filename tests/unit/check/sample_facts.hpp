// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/facts.hpp"
#include "model/request.hpp"

// A computer, bes02, on which nothing forbids to install a standby for BES01. Tests change what they are
// about.

/// The catalogue that is shipped.
[[nodiscard]] bes::Catalog sampleCatalog();
/// A package with a folder, a program and a symbolic link for every component, except those without files.
[[nodiscard]] bes::MediaManifest sampleManifest();
/// BES01 on bes01 with the eight components that fail over by default, Alert, Controller and Mail Store.
[[nodiscard]] bes::Server samplePrimary();
/// BES01, BES03 with a final pair (standby on bes04), BES05 without a standby.
[[nodiscard]] bes::DatabaseContents sampleDatabase();
[[nodiscard]] bes::Request sampleRequest();
[[nodiscard]] bes::Facts sampleFacts();
/// Other media, of this version and with the same files.
void takeMedia(bes::Facts& facts, const std::string& version);
/// What the installation of sampleRequest() leaves on bes02.
[[nodiscard]] bes::Receipt sampleReceipt();
/// The same facts after that installation: receipt, pair and server row are there.
[[nodiscard]] bes::Facts sampleFactsInstalled();

/// A changed copy of a known fact's value.
template<class T, class Change>
void changeFact(bes::Fact<T>& fact, Change change) {
    T value = fact.value();
    change(value);
    fact = bes::Fact<T>(std::move(value));
}
