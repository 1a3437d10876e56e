// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "item_table.hpp"
#include "lmbcs.hpp"
#include "notes_time.hpp"
#include "status_reason.hpp"

using namespace bes;
using namespace bes::probe;
using domino::notes::TimeDate;

namespace {

std::string word(std::size_t value) {
    return {static_cast<char>(value & 0xFF), static_cast<char>(value >> 8)};
}

std::string table(const std::vector<std::pair<std::string, std::string>>& items) {
    std::string lengths, all;
    for (const auto& [name, value] : items) {
        lengths += word(name.size()) + word(value.size());
        all += name + value;
    }
    return word(4 + lengths.size() + all.size()) + word(items.size()) + lengths + all;
}

std::string text(const std::string& value) {
    return word(0x500) + value;
}

/// A library that translates nothing, as one that lacks the mode.
domino::notes::Functions speechless() {
    domino::notes::Functions api;
    api.OSTranslate = [](domino::notes::Word, const char*, domino::notes::Word, char*, domino::notes::Word) {
        return domino::notes::Word{0};
    };
    return api;
}

} // namespace

TEST_CASE("times of Notes are times of the day in Greenwich") {
    const TimeDate vector{0x0041EB00, 0x002575A9}; // 2009-05-01 12:00:00 GMT
    CHECK(hundredths(vector) == 124'117'920'000);
    CHECK(isoTime(hundredths(vector)) == "2009-05-01T12:00:00Z");
    const TimeDate elsewhere{0x0041EB00, 0x002575A9 | 0x85000000}; // five hours west of it, daylight saving
    CHECK(hundredths(elsewhere) == hundredths(vector));
    CHECK_FALSE(hundredths(TimeDate{0xFFFFFFFF, 0x002575A9}));
    CHECK(isoTime(std::nullopt).empty());
}

TEST_CASE("replica IDs are written as Notes shows them") {
    CHECK(replicaIdText(replicaIdOf({0x0041EB00, 0xC1257A2B})) == "C1257A2B:0041EB00");
}

TEST_CASE("items of a summary are found in any order and without case") {
    const std::string one = table({{"$Modified", word(0x400) + "12345678"},
                                   {"$PATH", text("BES\\State\\1.nsf")},
                                   {"Members", word(0x501) + word(2) + word(3) + word(2) + "onetw"},
                                   {"Empty", ""}});
    CHECK(textItem(one.data(), "$Path") == "BES\\State\\1.nsf");
    CHECK(textItem(one.data(), "Members") == "one");
    CHECK_FALSE(textItem(one.data(), "$Modified"));
    CHECK_FALSE(textItem(one.data(), "Empty"));
    CHECK_FALSE(textItem(one.data(), "$Title"));
    CHECK_FALSE(textItem(nullptr, "$Path"));
}

TEST_CASE("a summary that says more than it has is not read beyond its end") {
    for (const std::string& broken :
         {word(4) + word(9), word(2), word(12) + word(1) + word(60000) + word(60000) + "$Pat",
          word(17) + word(1) + word(5) + word(4) + "$Path" + word(0x501) + word(900)}) {
        const std::unique_ptr<char[]> exact(new char[broken.size()]); // the sanitizer sees a read beyond it
        std::ranges::copy(broken, exact.get());
        CHECK_FALSE(textItem(exact.get(), "$Path"));
    }
}

TEST_CASE("text beyond ASCII is read as code page 850 where the library can't translate") {
    const auto api = speechless();
    CHECK(toUtf8(api, "Z\x81rich") == "Zürich");
    CHECK(toUtf8(api, "\x80\x9F\xE1\xC4\xFF") == "Çƒß─\u00A0");
    CHECK(toLmbcs(api, "Zürich/Größe") == "Z\x81rich/Gr\x94\xE1"
                                          "e");
    CHECK(toLmbcs(api, "Mail01/Acme") == "Mail01/Acme");
    for (int byte = 0x80; byte < 0x100; ++byte) {
        const std::string one(1, static_cast<char>(byte));
        CHECK(toLmbcs(api, toUtf8(api, one)) == one);
    }
}

TEST_CASE("a status is classed by its code alone, and tells who reported it") {
    const domino::Reason remote = reasonInOwnWords(0x4807, "NSPingServer");
    CHECK(remote.kind == domino::ReasonClass::unreachable);
    CHECK(remote.code == 0x807);
    CHECK(remote.remote);
    CHECK(remote.text == "The server does not respond");
    CHECK(reasonInOwnWords(0xC92E, "").kind == domino::ReasonClass::noAccess);
    CHECK(reasonInOwnWords(0x103, "").kind == domino::ReasonClass::absent);
    CHECK(reasonInOwnWords(0x81E, "").kind == domino::ReasonClass::notClustered);
    CHECK(reasonInOwnWords(0x3FFF, "").kind == domino::ReasonClass::unexpected);
    CHECK_FALSE(reasonInOwnWords(0x807, "").remote);
}
