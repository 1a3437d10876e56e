// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace bes::host {

enum class EventKind { information, error };

/// Leaves an entry in the event log of Windows (Application, of the source bes-standby-setup), as far as it
/// takes one: setup has logs of its own. Other systems get none. The number is one of 1 to 1000, for which
/// the message file of the source (plan/registry_values.cpp) has "%1".
void leaveEvent(EventKind kind, unsigned number, const std::string& text);

} // namespace bes::host
