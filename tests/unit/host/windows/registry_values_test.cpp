// SPDX-License-Identifier: Apache-2.0
#include "host/registry_values.hpp"

#include <windows.h>

#include <catch2/catch.hpp>

using namespace bes;

namespace {

const RegistryKey outer{RegistryView::bits64, "SOFTWARE\\BES practice of values"};
const RegistryKey inner{RegistryView::bits64, outer.path + "\\Setup"};

/// Nothing of a test is left.
struct Emptied {
    Emptied() { remove(); }
    Emptied(const Emptied&) = delete;
    Emptied& operator=(const Emptied&) = delete;
    ~Emptied() { remove(); }

private:
    static void remove() { ::RegDeleteTreeW(HKEY_LOCAL_MACHINE, L"SOFTWARE\\BES practice of values"); }
};

} // namespace

TEST_CASE("A value of the registry is written with the keys on its way, compared, and put back") {
    const Emptied emptied;
    const RegistryValue text{inner, "BasePath", "C:\\W\xc3\xbcrfel"}, number{inner, "NumAgents", 5u},
        list{inner, "Formats", RegistryData{REG_MULTI_SZ, std::string("a\0\0\0\0\0", 6)}};
    CHECK_FALSE(host::isThere(inner).value());
    CHECK(host::registryDifference(text) == "is missing");
    const auto before = host::captured(inner, "BasePath");
    REQUIRE(before);
    CHECK_FALSE(before->data);
    for (const RegistryValue& value : {text, number, list}) {
        REQUIRE(host::writeRegistry(value));
        CHECK(host::registryDifference(value) == "");
    }
    CHECK(host::isThere(inner).value());
    CHECK(host::registryDifference({inner, "NumAgents", 6u}) == "is 5, originally 6");
    CHECK(host::registryDifference({inner, "BasePath", "D:\\"}) ==
          "is \"C:\\W\xc3\xbcrfel\", originally \"D:\\\"");
    CHECK(host::registryDifference({inner, "Formats", "a"}) == "is of another type, originally \"a\"");

    const auto written = host::captured(inner, "BasePath");
    REQUIRE(written);
    REQUIRE(host::writeRegistry({inner, "BasePath", "D:\\"}));
    REQUIRE(host::restoreRegistry(*written));
    CHECK(host::registryDifference(text) == "");
    REQUIRE(host::restoreRegistry(*before));
    REQUIRE(host::restoreRegistry(*before)); // it is gone already
    CHECK(host::registryDifference(text) == "is missing");
}

TEST_CASE("A key goes when nothing is in it, and stays where others have something there") {
    const Emptied emptied;
    const RegistryValue ours{inner, "NumAgents", 5u}, theirs{outer, "Theirs", "x"};
    REQUIRE(host::writeRegistry(ours));
    REQUIRE(host::removeEmptyKey(inner));
    CHECK(host::isThere(inner).value());
    REQUIRE(host::restoreRegistry({inner, "NumAgents", {}}));
    REQUIRE(host::removeEmptyKey(inner));
    CHECK_FALSE(host::isThere(inner).value());
    REQUIRE(host::removeEmptyKey(inner));
    REQUIRE(host::restoreRegistry({inner, "NumAgents", {}})); // with its key
    REQUIRE(host::writeRegistry(theirs));
    REQUIRE(host::removeEmptyKey(outer));
    CHECK(host::isThere(outer).value());
}
