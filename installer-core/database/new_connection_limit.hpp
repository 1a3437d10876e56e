// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <thread>
#include <vector>

#include "database/answer_limit.hpp"
#include "host/tcp_connection.hpp"

namespace bes::database {

/// Limits the answers to a library that connects by itself, several times where it is refused, and does not
/// tell its sockets: finds them out, and cuts each connection as AnswerLimit does.
class NewConnectionLimit {
public:
    /// `port`: of the server. Nothing else in this process connects to it meanwhile.
    NewConnectionLimit(std::uint16_t port, std::chrono::milliseconds limit);

    /// Ends the search. The socket of the last connection; empty where there is none.
    std::optional<int> finish();
    /// Why a connection was cut; to be asked after finish().
    [[nodiscard]] std::optional<Failure> failure(const std::string& place, const std::string& what) const;

private:
    void look();

    std::uint16_t port_;
    std::chrono::steady_clock::time_point end_;
    host::OpenConnections connections_;
    std::optional<int> last_;
    std::vector<std::unique_ptr<AnswerLimit>> limits_;
    std::jthread finder_; ///< the last one: it uses the others
};

} // namespace bes::database
