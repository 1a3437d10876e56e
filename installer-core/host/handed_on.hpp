// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/secret.hpp"

namespace bes::host {

enum class Program { setup, wizard, probe };

/// Name → value. Any variable may be a secret: the answers say which one is.
using Variables = std::map<std::string, Secret>;

using Environment = std::vector<std::pair<std::string, std::string>>;

/// For a program that is begun in our place and reads the answers itself.
[[nodiscard]] Environment revealed(const Variables& variables);

/// What a process of ours keeps in its own environment of all that its caller gave it. Libraries read there
/// which modules to load, whom to trust and where to write, so this is a list of what is kept. Root's PATH
/// and HOME are the system's, and a path in another variable is kept for root only where nobody else can
/// change what it leads to. The wizard of an ordinary account keeps its desktop's. The probe does without: it
/// makes a list of its own for the runtime that it loads.
[[nodiscard]] Environment keptVariables(const Environment& inherited, Program program, bool asRoot);

enum class Child {
    tool,   ///< of the system: systemctl, useradd, …
    probe,  ///< bes-domino-probe
    engine, ///< by itself, or behind pkexec or sudo, which may ask by a program on the desktop
};

/// What a child gets of this process's environment, again as a list of what is handed on. Tools and the probe
/// speak English.
[[nodiscard]] Environment handedOn(Child child);

} // namespace bes::host
