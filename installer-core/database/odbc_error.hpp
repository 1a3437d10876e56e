// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <soci/soci.h>

namespace bes::database {

/// One of the records in which ODBC tells what happened. The server's own number says more than the SQLSTATE,
/// which is 42000 for most.
struct OdbcRecord {
    std::string state;
    int number = 0; ///< the server's; 0: the client's own words
    std::string words;
};

/// With every record: they are sorted by severity, and the first one often hides the one that tells.
class OdbcError final : public soci::soci_error {
public:
    explicit OdbcError(std::vector<OdbcRecord> records);

    [[nodiscard]] const std::vector<OdbcRecord>& records() const { return records_; }
    [[nodiscard]] bool has(int number) const;

private:
    std::vector<OdbcRecord> records_;
};

/// All that a handle has to say about its last call.
[[nodiscard]] std::vector<OdbcRecord> odbcRecords(short handleType, void* handle);

/// Throws OdbcError where a call on that handle failed.
void expectDone(short outcome, short handleType, void* handle);

} // namespace bes::database
