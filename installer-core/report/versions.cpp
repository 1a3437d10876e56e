// SPDX-License-Identifier: Apache-2.0
#include "report/versions.hpp"

#include <archive.h>
#include <boost/version.hpp>
#include <curl/curl.h>
#include <fmt/format.h>
#include <libpq-fe.h>
#include <nlohmann/json.hpp>
#include <openssl/crypto.h>
#include <soci/version.h>
#include <sqlite3.h>
#include <zstd.h>

namespace bes::report {

std::string libraryVersions() {
    constexpr int thousand = 1000;
    constexpr int hundred = 100;
    std::string lines =
        fmt::format("{}\n{}\nSQLite {}\nzstd {}\nSOCI {}\n", OpenSSL_version(OPENSSL_VERSION),
                    archive_version_details(), sqlite3_libversion(), ZSTD_versionString(), SOCI_LIB_VERSION);
    const int postgresql = PQlibVersion();
    lines += fmt::format("libpq {}.{}\ncurl {}\n", postgresql / (hundred * hundred),
                         postgresql % (hundred * hundred), curl_version());
    lines +=
        fmt::format("Boost {}.{}.{}\nnlohmann-json {}.{}.{}\nfmt {}\n", BOOST_VERSION / (hundred * thousand),
                    BOOST_VERSION / hundred % thousand, BOOST_VERSION % hundred, NLOHMANN_JSON_VERSION_MAJOR,
                    NLOHMANN_JSON_VERSION_MINOR, NLOHMANN_JSON_VERSION_PATCH, FMT_VERSION);
    return lines;
}

} // namespace bes::report
