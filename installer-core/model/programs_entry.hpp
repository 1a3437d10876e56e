// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/registry_value.hpp"

namespace bes {

/// The standby's entry in what Windows shows as "Programs and Features".
inline const RegistryKey programsEntry{
    RegistryView::bits64, R"(SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\bes-standby-setup)"};

} // namespace bes
