// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <string_view>

namespace bes::check {

/// Whether two product versions are the same. They are compared part by part as numbers, a part that is not
/// there counts as 0: "5.0" is "5.0.0" and is not "5.0.3", which has service pack 3. (Own design: the
/// documentation asks for the same version on both sides and does not say how versions are written.)
[[nodiscard]] bool sameVersion(std::string_view a, std::string_view b);

/// Which of two versions is the newer one, part by part; a part that is no number counts as its text,
/// with numbers within it as numbers.
[[nodiscard]] std::weak_ordering compareVersions(std::string_view a, std::string_view b);

} // namespace bes::check
