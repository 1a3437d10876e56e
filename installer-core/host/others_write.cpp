// SPDX-License-Identifier: Apache-2.0
#include "host/others_write.hpp"

#include <utility>

#include "host/accounts.hpp"

namespace bes::host {

Result<void> expectNoOtherWriter(const std::filesystem::path& path, const Accounts& trusted,
                                 Failure failure) {
    if (!isAdministrator())
        return {};
    const auto other = otherWriter(path, trusted);
    if (!other || other->reach == OtherWriter::Reach::unknown)
        return {};
    failure.why = describe(*other);
    Remedy remedy(remedyOf(*other));
    remedy.append(failure.remedy.empty() ? "." : ". ", remedyOf(failure));
    setRemedy(failure, std::move(remedy));
    return fail(std::move(failure));
}

} // namespace bes::host
