// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "explain.hpp"

// Inside explain(): one function for each kind of thing that a standby consists of. Each adds what the word
// means as a thing of its kind.

namespace bes {

void explainComponent(const std::string& word, const Known& known, std::vector<Explanation>& found);
void explainUnit(const std::string& word, const Known& known, std::vector<Explanation>& found);
/// "3101" or "3101/tcp".
void explainPort(const std::string& word, const Known& known, std::vector<Explanation>& found);
/// An absolute path, as the installed computer sees it.
void explainFile(const std::string& word, const Known& known, std::vector<Explanation>& found);
/// The name of a server, or "ServerConfig/NAME", or "BESPair/NAME" of a primary.
void explainRow(const std::string& word, const Known& known, std::vector<Explanation>& found);

} // namespace bes
