// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/registry_value.hpp"
#include "unit/core/tree.hpp"

/// Adds every key and value of HKEY_LOCAL_MACHINE from that key down, as "registry:KEY\NAME".
void addRegistry(Tree& tree, const bes::RegistryKey& key);

/// With all below it; success where there is none.
void removeRegistry(const bes::RegistryKey& key);
