// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include <sys/types.h>

#include "model/request.hpp"

/// What a server that speaks PostgreSQL's protocol does instead of answering.
enum class Attack {
    notices,      ///< no end of notices, which steer a terminal, after the password is accepted
    longNotice,   ///< one of a gigabyte
    parameters,   ///< no end of settings
    rows,         ///< no end of rows, in answer to the first question
    longField,    ///< one of a gigabyte
    silence,      ///< nothing in answer to the first question
    brokenOffRow, ///< half of a row, and the end of the connection
    refusesAloud, ///< refuses the login, and says the password
    tellsLater,   ///< takes the login, and says the password in answer to the first question
};

/// A process of its own with a server on the loopback interface, or on a socket in a folder, that takes any
/// password; for the last two attacks it asks for it as plain text. It ends with this object.
class HostileServer {
public:
    explicit HostileServer(Attack attack, const std::string& socketFolder = {});
    HostileServer(const HostileServer&) = delete;
    HostileServer& operator=(const HostileServer&) = delete;
    ~HostileServer();

    [[nodiscard]] bes::DatabaseAddress address() const { return address_; }

private:
    bes::DatabaseAddress address_;
    pid_t id_ = 0;
};

/// What a function did in a process of its own.
struct Measured {
    std::string result; ///< that it returned; empty where the process was killed
    std::string errors; ///< what it wrote to the standard error
    double seconds = 0;
    long megabytes = 0; ///< of memory, the most that it had
};
[[nodiscard]] Measured measured(const std::function<std::string()>& work);
