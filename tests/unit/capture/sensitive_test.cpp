// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <string>

#include "capture/sensitive_content.hpp"
#include "capture/sensitive_text.hpp"

using namespace bes::capture;
using namespace std::string_literals;

namespace {

const std::string srpKey = "1a2b-3c4d-5e6f-7a8b-9c0d-1e2f-3a4b-5c6d-7e8f-9a0b";
const std::string content(64, 'A');

std::string wide(const std::string& text) {
    std::string bytes = "\xFF\xFE";
    for (const char c : text)
        bytes += {c, '\0'};
    return bytes;
}

} // namespace

TEST_CASE("files of keys and certificates are known by their first bytes, whatever they are called") {
    CHECK(keyFileBeginning("\xFE\xED\xFE\xED\0\0\0\2"s) == "a Java keystore");
    CHECK(keyFileBeginning("\xCE\xCE\xCE\xCE\0\0\0\2"s) == "a Java keystore");
    CHECK(keyFileBeginning("\x30\x82\x03\x01\x30\x82\x01\xE9\xA0\x03\x02\x01\x02"s) == "a certificate");
    CHECK(keyFileBeginning("\x30\x82\x09\x01\x02\x01\x03\x30\x82"s) == "a private key"); // PKCS #12
    CHECK(keyFileBeginning("\x30\x82\x04\xA4\x02\x01\x00\x02\x82"s) == "a private key"); // PKCS #1
    CHECK(keyFileBeginning("\x30\x82\x04\xBE\x02\x01\x00\x30\x0D"s) == "a private key"); // PKCS #8
    CHECK_FALSE(keyFileBeginning("MZ\x90\0"s));
    CHECK_FALSE(keyFileBeginning(""));
    CHECK_FALSE(keyFileBeginning("\x30"s));
    CHECK_FALSE(keyFileBeginning("\x30\x84\xFF"s));
    CHECK_FALSE(keyFileBeginning("\x30\x82\x0A\xB8\x06\x09\x2A\x86\x48"s)); // a catalogue of signatures
}

TEST_CASE("keys in PEM are found within a file, and a program that only knows their first line is none") {
    CHECK(keyWithin("text\n-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\n" + content) ==
          "a private key");
    CHECK(keyWithin("-----BEGIN CERTIFICATE-----\r\n" + content) == "a certificate");
    CHECK(keyWithin(wide("-----BEGIN PRIVATE KEY-----\r\n" + content)) == "a private key");
    CHECK_FALSE(keyWithin("-----BEGIN CERTIFICATE-----\0-----END CERTIFICATE-----"s));
    CHECK_FALSE(keyWithin("-----BEGIN PUBLIC KEY-----\n" + content));
    CHECK_FALSE(keyWithin("-----BEGIN "));
}

TEST_CASE("an SRP authentication key is found in text of 8 and of 16 bits") {
    CHECK(keyWithin("key=" + srpKey + "\r\n") == "an SRP authentication key");
    CHECK(keyWithin(srpKey));
    CHECK(keyWithin(wide("\"" + srpKey + "\"")));
    CHECK_FALSE(keyWithin("x" + srpKey));
    CHECK_FALSE(keyWithin(srpKey + "-1a2b"));
    CHECK_FALSE(keyWithin(srpKey.substr(0, 44)));
    CHECK_FALSE(keyWithin("3F2504E0-4F89-11D3-9A0C-0305E82C3301"));
}

TEST_CASE("a password that has a value is found in settings, and words about passwords are none") {
    CHECK(passwordIn("user=a\r\nDBPassword = hidden\r\n") == "password");
    CHECK(passwordIn("Provider=SQLOLEDB;User ID=sa;PWD=hidden;") == "pwd");
    CHECK(passwordIn("<bean password=\"hidden\"/>"));
    CHECK(passwordIn("<password>hidden</password>"));
    CHECK(passwordIn("\"srpKey\": \"hidden\""));
    CHECK(passwordIn("keystore.password.value=x"));
    CHECK_FALSE(passwordIn("password=\r\nnext=1"));
    CHECK_FALSE(passwordIn("<password></password>"));
    CHECK_FALSE(passwordIn("<password/>"));
    CHECK_FALSE(passwordIn("Enter the password of the account, then continue."));
    CHECK_FALSE(passwordIn("PWD=;"));
}

TEST_CASE("names are found as words of their own") {
    CHECK(nameIn("host=bes01.example.org", {"BES01"}) == "BES01");
    CHECK(nameIn("\\\\BES01\\share", {"other", "bes01"}) == "bes01");
    CHECK_FALSE(nameIn("bes012", {"bes01"}));
    CHECK_FALSE(nameIn("abes01", {"bes01"}));
    CHECK_FALSE(nameIn("anything", {}));
}

TEST_CASE("settings are known by the ending of their name, and read in UTF-16 too") {
    CHECK(holdsSettings("MDS/config/rimpublic.PROPERTY"));
    CHECK(holdsSettings("x.INI"));
    CHECK_FALSE(holdsSettings("x.dll"));
    CHECK(passwordIn(settingsText(wide("pwd=x"))));
    CHECK(soundsSecret("SRPAuthenticationKey"));
    CHECK(soundsSecret("DBPassword"));
    CHECK_FALSE(soundsSecret("NumAgents"));
}
