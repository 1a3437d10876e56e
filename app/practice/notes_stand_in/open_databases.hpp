// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "handles.hpp"

namespace stand_in {

/// What a database handle stands for; looked up anew at each use, since the scenario may change.
struct OpenDatabase {
    std::string server; ///< the one that answered
    std::string path;   ///< empty: the data directory
    bool isDirectory = false;
};

using OpenDatabases = Handles<OpenDatabase>;

struct OpenNote {
    OpenDatabase database;
    std::size_t document = 0;
};

using OpenNotes = Handles<OpenNote>;

} // namespace stand_in
