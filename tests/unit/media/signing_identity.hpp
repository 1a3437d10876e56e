// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "media/media.hpp"
#include "support/words.hpp"

/// Runs a program, which has to succeed; its standard output.
std::string runWell(const Words& words);
/// Runs a program and says whether it succeeded.
bool succeeds(const Words& words);

/// A new key and its own certificate from the openssl command; `further` goes to `openssl req -x509`.
bes::media::Signing makeIdentity(const std::filesystem::path& folder, const std::string& name,
                                 const std::vector<std::string>& further = {});
