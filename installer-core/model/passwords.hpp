// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/secret.hpp"

namespace bes {

/// The secrets that a Request refers to, fetched. Empty where none is needed.
struct Passwords {
    Secret database;
    Secret dominoHttp;
};

} // namespace bes
