// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "explain.hpp"
#include "model/json.hpp"
#include "output/page.hpp"

namespace bes::app {

// `catalog` is the text of the catalogue that comes with setup, for the numbers of its lines; empty where it
// can't be read.

void showExplanations(const std::vector<Explanation>& found, const std::string& catalog, Page& page);
[[nodiscard]] Json explanationsDocument(const std::string& word, const std::vector<Explanation>& found,
                                        const std::string& catalog);

} // namespace bes::app
