// SPDX-License-Identifier: Apache-2.0
// What ODBC's trace sees of a standby's registration. Setup switches traces off, whatever the computer's
// files and the caller's variables say; here one is switched on behind its back. A process of its own, since
// the driver manager remembers what it has read.

#include <cstdlib>
#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>

#include "unit/database/practice_database.hpp"

using Catch::Contains;

namespace {

/// Of BES-NORTH in primaries.sql.
constexpr auto key = "7f3a-91c4-0be2-d85e-46a7-2c19-f0d3-8b65-e14f-5a92";

class Trace {
public:
    Trace() {
        std::ofstream(folder_.path() / "odbcinst.ini")
            << "[ODBC]\nTrace = Yes\nTraceFile = " << file().string() << "\n";
        setenv("ODBCSYSINI", folder_.path().c_str(), 1);
    }
    [[nodiscard]] std::string text() const {
        std::ifstream stream(file(), std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    }

private:
    [[nodiscard]] std::filesystem::path file() const { return folder_.path() / "trace"; }

    TemporaryFolder folder_;
};

} // namespace

TEST_CASE("the SRP key of a standby that is registered is in no trace of ODBC, and in no statement",
          "[.][trace]") {
    const Trace trace;
    const PracticeDatabase practice;
    auto database = practice.open();
    REQUIRE(database.reserve(northPair(), "run-1"));
    REQUIRE(database.registerStandby(northStandby(), "run-1"));
    REQUIRE(database.refreshStandby(northStandby()));
    CHECK(practice.rows("SELECT count(*) FROM ServerConfig WHERE SRPAuthenticationKey = '" +
                        std::string(key) + "'") == "2\n"); // it was copied
    REQUIRE(database.unregisterStandby(northStandby().standby, "run-1"));
    REQUIRE(database.release("BES-NORTH", "run-1"));
    CHECK_THAT(trace.text(), Contains("INSERT INTO ServerConfig")); // that is what is traced
    CHECK_THAT(trace.text(), !Contains(key));
    CHECK_THAT(practice.server().log(), Contains("INSERT INTO ServerConfig"));
    CHECK_THAT(practice.server().log(), !Contains(key));
}
