#pragma once

namespace bes {

/// What is to become of the standby that is installed, and what the person who asks takes on himself.
struct Maintenance {
    enum class Kind { remove };
    Kind kind = Kind::remove;
    bool acceptPromoted = false;   ///< although it acts as primary now
    bool keepRegistration = false; ///< a removal leaves the database as it is, and need not reach it
    bool removeLogs = false;       ///< of the services

    bool operator==(const Maintenance&) const = default;
};

} // namespace bes
