// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <windows.h>

namespace bes::host {

/// A security identifier: what an account or a group is to the system.
using Sid = std::vector<unsigned char>;

[[nodiscard]] Sid copyOf(PSID sid);
/// "S-1-5-32-544"; empty where the text is none.
[[nodiscard]] Sid sidOf(const wchar_t* text);
[[nodiscard]] std::string textOf(const Sid& sid);
/// "domino", "NT AUTHORITY\LOCAL SERVICE"; the text where it has no name.
[[nodiscard]] std::string nameOf(const Sid& sid);
/// Of an account or group of this computer or its domain; empty where there is none.
[[nodiscard]] std::optional<Sid> findSid(const std::string& name);

[[nodiscard]] const Sid& administrators();
[[nodiscard]] const Sid& localSystem();
[[nodiscard]] const Sid& everyone();
/// The account of this process.
[[nodiscard]] const Sid& ownSid();

/// Setup knows accounts by numbers: 0 is whoever may do everything (the administrators, the system, and this
/// process where it has their rights), any other is the last part of the identifier. They are remembered for
/// the way back.
[[nodiscard]] std::uint32_t numberOf(const Sid& sid);
/// The administrators for 0; empty for a number that was never given out and is none of this computer's
/// accounts.
[[nodiscard]] Sid sidOfNumber(std::uint32_t number);

} // namespace bes::host
