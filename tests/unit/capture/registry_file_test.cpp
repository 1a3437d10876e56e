// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <string>

#include "capture/registry_file.hpp"
#include "text/utf16.hpp"

using namespace bes;
using capture::parseRegistryFile;

namespace {

const std::string header = "Windows Registry Editor Version 5.00\r\n";

/// As regedit writes it: UTF-16 with its mark.
std::string wide(const std::string& text) {
    std::string bytes = "\xFF\xFE";
    for (const char16_t unit : utf16Of(text)) {
        bytes += static_cast<char>(unit & 0xFF);
        bytes += static_cast<char>(unit >> 8);
    }
    return bytes;
}

ExportedRegistryValue valueOf(const std::string& bytes, const std::string& name) {
    const auto keys = parseRegistryFile(bytes, "x.reg");
    if (!keys)
        FAIL(keys.error().why);
    return keys->at("hkey_local_machine\\software\\a").values.at(name);
}

std::string data(const std::string& line, const std::string& head = header) {
    const ExportedRegistryValue value =
        valueOf(head + "[HKEY_LOCAL_MACHINE\\SOFTWARE\\A]\r\n" + line + "\r\n", "v");
    std::string text = value.type;
    for (const std::string& each : value.data)
        text += " " + each;
    return text;
}

/// Why a file is refused.
std::string refusal(const std::string& bytes) {
    const auto keys = parseRegistryFile(bytes, "x.reg");
    if (keys)
        return "";
    CHECK(keys.error().id == "registry.format");
    CHECK(keys.error().code == ExitCode::usage);
    CHECK_FALSE(keys.error().remedy.empty());
    return keys.error().why;
}

std::string refusalOf(const std::string& line) {
    return refusal(header + "[HKEY_LOCAL_MACHINE\\SOFTWARE\\A]\r\n" + line + "\r\n");
}

} // namespace

TEST_CASE("what regedit exports is read: UTF-16 with its mark, keys and values of every type") {
    const std::string bytes =
        wide(header + "\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\A]\r\n@=\"whole\"\r\n"
                      "\"Name\"=\"a \\\"text\\\" of C:\\\\x, gr\u00fcn \U0001F600\"\r\n");
    CHECK(valueOf(bytes, "").data == std::vector<std::string>{"whole"});
    const ExportedRegistryValue value = valueOf(bytes, "name");
    CHECK(value.name == "Name");
    CHECK(value.type == "REG_SZ");
    CHECK(value.data == std::vector<std::string>{"a \"text\" of C:\\x, gr\u00fcn \U0001F600"});

    CHECK(data("\"v\"=dword:0000002A") == "REG_DWORD 42");
    CHECK(data("\"v\"=dword:ffffffff ; a comment") == "REG_DWORD 4294967295");
    CHECK(data("\"v\"=hex:01,aB,00") == "REG_BINARY 01ab00");
    CHECK(data("\"v\"=hex:") == "REG_BINARY ");
    CHECK(data("\"v\"=hex(b):01,00,00,00,01,00,00,00") == "REG_QWORD 4294967297");
    CHECK(data("\"v\"=hex(2):25,00,61,00,25,00,00,00") == "REG_EXPAND_SZ %a%");
    CHECK(data("\"v\"=hex(7):61,00,62,00,00,00,63,00,00,00,00,00") == "REG_MULTI_SZ ab c");
    CHECK(data("\"v\"=hex(7):00,00") == "REG_MULTI_SZ");
    CHECK(data("\"v\"=hex(0):") == "type 0 ");
    CHECK(data("\"v\"=\"two\r\nlines\"") == "REG_SZ two\r\nlines");
}

TEST_CASE("bytes go on in the next line behind a backslash") {
    CHECK(data("\"v\"=hex:01,02,\\\r\n  03,\\\r\n  04") == "REG_BINARY 01020304");
    CHECK(data("\"v\"=hex:01,\\\n  02") == "REG_BINARY 0102");
}

TEST_CASE("the old form has 8 bits, also in the bytes of texts") {
    CHECK(data("\"v\"=\"text\"", "REGEDIT4\r\n") == "REG_SZ text");
    CHECK(data("\"v\"=hex(2):25,61,25,00", "REGEDIT4\r\n") == "REG_EXPAND_SZ %a%");
    CHECK(data("\"v\"=hex(7):61,62,00,63,00,00", "REGEDIT4\n") == "REG_MULTI_SZ ab c");
    CHECK(data("\"v\"=\"gr\xFCn\"", "REGEDIT4\r\n") == "REG_SZ gr\u00fcn"); // as Latin-1
}

TEST_CASE("what a file deletes is gone, and what comes later counts") {
    const auto keys = parseRegistryFile(header + "[HKEY_LOCAL_MACHINE\\A]\n\"x\"=\"1\"\n\"y\"=\"1\"\n"
                                                 "[HKEY_LOCAL_MACHINE\\A\\B]\n\"x\"=\"1\"\n"
                                                 "[HKEY_LOCAL_MACHINE\\AB]\n\"x\"=\"1\"\n"
                                                 "[hkey_local_machine\\a]\n\"X\"=-\n\"Y\"=\"2\"\n",
                                        "x.reg");
    REQUIRE(keys);
    CHECK(keys->size() == 3);
    CHECK(keys->at("hkey_local_machine\\a").values.size() == 1);
    CHECK(keys->at("hkey_local_machine\\a").values.at("y").data.front() == "2");

    const auto deleted = parseRegistryFile(header + "[HKEY_LOCAL_MACHINE\\A]\n\"x\"=\"1\"\n"
                                                    "[HKEY_LOCAL_MACHINE\\A\\B]\n\"x\"=\"1\"\n"
                                                    "[HKEY_LOCAL_MACHINE\\AB]\n\"x\"=\"1\"\n"
                                                    "[-HKEY_LOCAL_MACHINE\\a]\n",
                                           "x.reg");
    REQUIRE(deleted);
    CHECK(deleted->size() == 1);
    CHECK(deleted->contains("hkey_local_machine\\ab"));
}

TEST_CASE("a broken file is refused by line and reason, and what is in the line is not shown") {
    CHECK(refusal("") ==
          "line 1: it does not begin with \"Windows Registry Editor Version 5.00\" or \"REGEDIT4\"");
    CHECK_THAT(refusal("MZ\x90"), Catch::StartsWith("line 1: it does not begin"));
    CHECK_THAT(refusal(std::string("\xFE\xFF\0W", 4)), Catch::Contains("the bytes in the wrong order"));
    CHECK_THAT(refusal(wide(header) + "x"), Catch::Contains("cut off in the middle of a character"));
    CHECK_THAT(refusal(wide(header) + std::string("\x00\xD8", 2)), Catch::Contains("not valid UTF-16"));
    CHECK(refusal(header + "\"v\"=\"hidden\"\r\n") == "line 2: a value stands before the first key");
    CHECK(refusal(header + "[-HKEY_LOCAL_MACHINE\\A]\r\n\"v\"=\"hidden\"\r\n") ==
          "line 3: a value stands below a key that is deleted");
    CHECK(refusal(header + "\r\n[HKEY_LOCAL_MACHINE\\A\r\n") ==
          "line 3: the name of a key does not end with ]");
    CHECK(refusalOf("\"v\" \"hidden\"") == "line 3: = is missing behind the name of a value");
    CHECK(refusalOf("\"v\"=hidden") == "line 3: the kind of a value is unknown");
    CHECK(refusalOf("\"v\"=\"hidden") == "line 3: a text has no quotation mark at its end");
    CHECK(refusalOf("\"v\"=dword:xyz") == "line 3: a number has no hexadecimal digit");
    CHECK(refusalOf("\"v\"=dword:000000001") == "line 3: it is no key, value or comment");
    CHECK(refusalOf("\"v\"=hex:01 02") == "line 3: a comma is missing between bytes");
    CHECK(refusalOf("\"v\"=hex:01,\\\r\n  xy") == "line 4: a number has no hexadecimal digit");
    CHECK(refusalOf("\"v\"=hex(4):01") == "line 3: a number has 1 bytes, not 4");
    CHECK(refusalOf("\"v\"=\"a\" hidden") == "line 3: it is no key, value or comment");
    CHECK(refusalOf("hidden") == "line 3: it is no key, value or comment");
}

TEST_CASE("a file that is cut off anywhere is read or refused, and nothing else happens") {
    const std::string whole = wide(
        header + "[HKEY_LOCAL_MACHINE\\SOFTWARE\\A]\r\n@=\"x\\\\y\"\r\n\"v\"=hex(7):61,00,\\\r\n  00,00\r\n"
                 "[-HKEY_LOCAL_MACHINE\\B]\r\n\"w\"=dword:00000001\r\n");
    for (std::size_t length = 0; length < whole.size(); ++length)
        (void)parseRegistryFile(whole.substr(0, length), "x.reg"); // sanitizers look on
    const std::string narrow = "REGEDIT4\n[A]\n\"v\"=hex:0,\\\n1\n\"w\"=\"\\";
    for (std::size_t length = 0; length <= narrow.size(); ++length)
        (void)parseRegistryFile(narrow.substr(0, length), "x.reg");
}
