// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "model/captured_server.hpp"
#include "model/failure.hpp"

namespace bes::capture {

/// A key of an exported registry. Names are found by foldCase(): case does not count there.
struct ExportedRegistryKey {
    std::string path; ///< "HKEY_LOCAL_MACHINE\SOFTWARE\…"
    std::map<std::string, ExportedRegistryValue> values;
};
using RegistryKeys = std::map<std::string, ExportedRegistryKey>; ///< by foldCase() of the path

/// Reads what regedit and "reg export" write: "Windows Registry Editor Version 5.00" in UTF-16 with its mark
/// (8-bit text is taken too), and "REGEDIT4". What the file deletes is gone. In 8-bit text that is no UTF-8,
/// bytes stand for characters of Latin-1: the code page is not in the file. Failure registry.format, which
/// names the line and never shows what is in it.
[[nodiscard]] Result<RegistryKeys> parseRegistryFile(std::string_view bytes, const std::string& file);

} // namespace bes::capture
