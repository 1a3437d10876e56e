// SPDX-License-Identifier: Apache-2.0
#include "host/handed_on.hpp"

#include <stdlib.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include <algorithm>

#include "host/process.hpp"
#include "unit/host/child_process.hpp"
#include "unit/temporary_folder.hpp"

using namespace bes;
using host::Environment;
using host::keptVariables;
using host::Program;
using namespace std::chrono_literals;

namespace {

std::optional<std::string> valueIn(const Environment& variables, std::string_view name) {
    const auto found = std::ranges::find(variables, name, &Environment::value_type::first);
    return found == variables.end() ? std::nullopt : std::optional(found->second);
}

/// Variables by which a library or a tool loads modules, trusts, writes or connects on its caller's word.
const Environment dangerous{{"OPENSSL_CONF", "/tmp/x"},
                            {"OPENSSL_MODULES", "/tmp"},
                            {"OPENSSL_ENGINES", "/tmp"},
                            {"SSL_CERT_DIR", "/tmp"},
                            {"SSLKEYLOGFILE", "/tmp/keys"},
                            {"LD_PRELOAD", "/tmp/x.so"},
                            {"LD_LIBRARY_PATH", "/tmp"},
                            {"GCONV_PATH", "/tmp"},
                            {"LOCPATH", "/tmp"},
                            {"NLSPATH", "/tmp"},
                            {"MALLOC_TRACE", "/tmp/x"},
                            {"RES_OPTIONS", "debug"},
                            {"HOSTALIASES", "/tmp/hosts"},
                            {"LOCALDOMAIN", "evil.example"},
                            {"PGPASSWORD", "x"},
                            {"PGSERVICEFILE", "/tmp/x"},
                            {"KRB5_CONFIG", "/tmp/x"},
                            {"CURL_HOME", "/tmp"},
                            {"https_proxy", "http://evil.example"},
                            {"SQLITE_TMPDIR", "/tmp"},
                            {"SYSTEMD_LOG_LEVEL", "debug"},
                            {"DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/tmp/x"},
                            {"PAGER", "/tmp/x"},
                            {"QT_PLUGIN_PATH", "/tmp"},
                            {"QT_QPA_PLATFORM_PLUGIN_PATH", "/tmp"},
                            {"GTK_MODULES", "/tmp/x.so"},
                            {"BASH_ENV", "/tmp/x"},
                            {"IFS", "x"},
                            {"BES_STANDBY_DATABASE_PASSWORD", "plain:x"},
                            {"BES_STANDBY_PASSPHRASE", "x"}};

} // namespace

TEST_CASE("Nothing by which a library trusts its caller stays in the environment") {
    const auto program = GENERATE(Program::setup, Program::wizard);
    for (const auto& [name, value] : keptVariables(dangerous, program, true)) {
        INFO(name);
        CHECK((name == "PATH" || name == "HOME"));
    }
}

TEST_CASE("Root's programs are the system's, not what the caller would find first") {
    const Environment inherited{{"PATH", "/home/alice/bin:/usr/bin:/bin"}};
    CHECK(valueIn(keptVariables(inherited, Program::setup, true), "PATH") ==
          "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
}

TEST_CASE("An ordinary account keeps its own folders of programs, and sbin is among them") {
    const Environment inherited{{"PATH", ".:/home/alice/bin::/usr/bin:bin:/usr/bin"}};
    CHECK(valueIn(keptVariables(inherited, Program::setup, false), "PATH") ==
          "/home/alice/bin:/usr/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/sbin:/bin");
    CHECK(valueIn(keptVariables({}, Program::setup, false), "PATH") ==
          "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
}

TEST_CASE("Root works in a folder that the caller names only where nobody else can change it") {
    const TemporaryFolder folder;
    const auto open = folder.path() / "open";
    std::filesystem::create_directory(open);
    std::filesystem::permissions(open, std::filesystem::perms::all);
    for (const char* name : {"TMPDIR", "XDG_DATA_HOME", "SSL_CERT_FILE"}) {
        INFO(name);
        CHECK_FALSE(valueIn(keptVariables({{name, open}}, Program::setup, true), name));
        CHECK_FALSE(valueIn(keptVariables({{name, open / "within"}}, Program::setup, true), name));
        CHECK_FALSE(valueIn(keptVariables({{name, "relative"}}, Program::setup, true), name));
        CHECK(valueIn(keptVariables({{name, folder.path()}}, Program::setup, true), name) ==
              folder.path().string());
        CHECK(valueIn(keptVariables({{name, open}}, Program::setup, false), name) == open.string());
    }
    CHECK(valueIn(keptVariables({{"HOME", open}}, Program::setup, true), "HOME") != open.string());
    CHECK_FALSE(valueIn(keptVariables({{"TZ", ":/tmp/zone"}}, Program::setup, true), "TZ"));
    CHECK_FALSE(valueIn(keptVariables({{"TZ", "../../tmp/zone"}}, Program::setup, true), "TZ"));
    CHECK(valueIn(keptVariables({{"TZ", "Europe/Berlin"}}, Program::setup, true), "TZ"));
}

TEST_CASE("A wizard keeps its desktop, also root's") {
    const Environment desktop{{"DISPLAY", ":0"}, {"XAUTHORITY", "/run/x"}, {"WAYLAND_DISPLAY", "wayland-0"}};
    for (const auto& [name, value] : desktop) {
        CHECK(valueIn(keptVariables(desktop, Program::wizard, true), name) == value);
        CHECK_FALSE(valueIn(keptVariables(desktop, Program::setup, true), name));
    }
    CHECK(valueIn(keptVariables({{"GTK_MODULES", "a"}}, Program::wizard, false), "GTK_MODULES") == "a");
    CHECK_FALSE(valueIn(keptVariables({{"BES_STANDBY_PASSPHRASE", "a"}}, Program::wizard, false),
                        "BES_STANDBY_PASSPHRASE"));
}

TEST_CASE("Tools get a path and plain English, and nothing else") {
    CHECK(ChildProcess([] {
              for (const auto& [name, value] : dangerous)
                  ::setenv(name.c_str(), value.c_str(), 1);
              ::setenv("LANG", "de_DE.UTF-8", 1);
              ::setenv("PATH", "/usr/bin:/bin", 1);
              ::unsetenv("LD_PRELOAD");
              const auto outcome = host::run({"env"}, 10s);
              return outcome && outcome->output == "PATH=/usr/bin:/bin\nLC_ALL=C\n" ? 0 : 1;
          }).wait() == 0);
}

TEST_CASE("The probe gets Domino's variables, the engine what asks for a password needs") {
    CHECK(ChildProcess([] {
              ::clearenv();
              for (const char* name : {"NOTES_X", "Notes_ExecDirectory", "LANG", "TZ", "DISPLAY",
                                       "SUDO_ASKPASS", "SECRET", "PGPASSWORD"})
                  ::setenv(name, "x", 1);
              const auto names = [](host::Child child) {
                  std::string text;
                  for (const auto& variable : host::handedOn(child))
                      text += variable.first + " ";
                  return text;
              };
              if (names(host::Child::probe) != "NOTES_X Notes_ExecDirectory LANG TZ PATH LC_ALL ")
                  return 1;
              return names(host::Child::engine) ==
                             "NOTES_X Notes_ExecDirectory LANG TZ DISPLAY SUDO_ASKPASS PATH "
                         ? 0
                         : 2;
          }).wait() == 0);
}
