// SPDX-License-Identifier: Apache-2.0
#include "host/windows/registry.hpp"

#include <windows.h>

#include <catch2/catch.hpp>

#include "host/domino_installations.hpp"
#include "unit/host/file_contents.hpp"
#include "unit/temporary_folder.hpp"

using namespace bes;

namespace {

/// A key below HKEY_LOCAL_MACHINE for one test; what was in it before stays.
class PracticeKey {
public:
    explicit PracticeKey(std::wstring name) : name_(std::move(name)) {
        REQUIRE(::RegCreateKeyExW(HKEY_LOCAL_MACHINE, name_.c_str(), 0, nullptr, 0,
                                  KEY_ALL_ACCESS | KEY_WOW64_64KEY, nullptr, &key_,
                                  nullptr) == ERROR_SUCCESS);
    }
    PracticeKey(const PracticeKey&) = delete;
    PracticeKey& operator=(const PracticeKey&) = delete;
    ~PracticeKey() {
        ::RegDeleteTreeW(key_, nullptr);
        ::RegCloseKey(key_);
        ::RegDeleteKeyExW(HKEY_LOCAL_MACHINE, name_.c_str(), KEY_WOW64_64KEY, 0);
    }
    void set(const wchar_t* value, const std::wstring& text, DWORD type = REG_SZ) {
        REQUIRE(::RegSetValueExW(key_, value, 0, type, reinterpret_cast<const BYTE*>(text.c_str()), // NOLINT
                                 static_cast<DWORD>((text.size() + 1) * sizeof(wchar_t))) == ERROR_SUCCESS);
    }

private:
    std::wstring name_;
    HKEY key_ = nullptr;
};

const std::wstring ours = L"SOFTWARE\\BES practice of a unit test";

} // namespace

TEST_CASE("Texts, lists and subkeys of the registry are read, and nothing where there is nothing") {
    PracticeKey key(ours);
    const PracticeKey below(ours + L"\\1");
    key.set(L"Text", L"Würfel");
    key.set(L"List", std::wstring(L"one\0two\0", 8), REG_MULTI_SZ);
    key.set(L"Number", L"12", REG_BINARY);
    const RegistryKey read{RegistryView::bits64, "SOFTWARE\\BES practice of a unit test"};
    CHECK(host::textValue(read, "Text") == "W\xc3\xbcrfel");
    CHECK(host::textList(read, "List") == std::vector<std::string>{"one", "two"});
    CHECK(host::textList(read, "Text").empty());
    CHECK(host::textValue(read, "Number") == std::nullopt);
    CHECK(host::textValue(read, "Absent") == std::nullopt);
    CHECK(host::subkeysOf(read) == std::vector<std::string>{"1"});
    CHECK(host::subkeysOf({RegistryView::bits64, read.path + "\\absent"}).empty());
}

TEST_CASE("A Domino server is found by the registry") {
    const TemporaryFolder folder;
    PracticeKey key(L"SOFTWARE\\Lotus\\Domino");
    key.set(L"Path", folder.path().native());
    key.set(L"DataPath", (folder.path() / "data").native());
    CHECK(host::findDominoInstallations(host::Root()).value().empty()); // its library is not there
    put(folder.path() / "nnotes.dll", "");
    put(folder.path() / "notes.ini", "[Notes]\r\nServerName=Mail11/Acme\r\n");
    const auto installations = host::findDominoInstallations(host::Root());
    REQUIRE(installations);
    REQUIRE(installations->size() == 1);
    CHECK(installations->front().library == folder.path() / "nnotes.dll");
    CHECK(installations->front().notesIni == folder.path() / "notes.ini");
    CHECK(host::placesOfNotesIni(host::Root()).value() ==
          std::vector<std::filesystem::path>{folder.path() / "notes.ini"});
    CHECK(host::readNotesIni(host::Root(), installations->front(), 1000) ==
          "[Notes]\r\nServerName=Mail11/Acme\r\n");
    std::filesystem::create_directory(folder.path() /
                                      "data"); // of a partition: its notes.ini is with its data
    put(folder.path() / "data/notes.ini", "[Notes]\r\n");
    CHECK(host::findDominoInstallations(host::Root()).value().front().notesIni ==
          folder.path() / "data/notes.ini");
}
