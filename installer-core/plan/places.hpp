#pragma once

#include "model/places.hpp"

namespace bes::plan {

using namespace places; // NOLINT(google-build-using-namespace)

} // namespace bes::plan
