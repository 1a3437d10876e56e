// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <algorithm>

#include "detect/looks.hpp"
#include "detect/unit_settings.hpp"
#include "unit/detect/practice_site.hpp"

using namespace bes;
using detect::UnitSetting;
using Standing = ThingOfOthers::Standing;
namespace fs = std::filesystem;

namespace {

MediaContents media() {
    MediaContents contents;
    Component component;
    component.id = "practice";
    for (const auto& [unit, policy] : {std::pair("bes-router.service", StartPolicy::startAfterSetup),
                                       {"bes-policy.service", StartPolicy::deferredUntilFailover}}) {
        Service service;
        service.unit = unit;
        service.startPolicy = policy;
        component.services.push_back(service);
    }
    contents.manifest.catalog.components = {component};
    return contents;
}

/// A computer with units of others.
class Units {
public:
    void put(const std::string& path, const std::string& text) const {
        fs::create_directories((folder_.path() / path).parent_path());
        writeText(folder_.path() / path, text);
    }
    void link(const std::string& path, const std::string& target) const {
        fs::create_directories((folder_.path() / path).parent_path());
        fs::create_symlink(target, folder_.path() / path);
    }
    [[nodiscard]] Fact<std::vector<ThingOfOthers>> look() const {
        Request request;
        request.root = folder_.path();
        detect::Past past;
        past.installed = std::optional<InstalledState>();
        past.unfinishedRun = std::optional<UnfinishedRun>();
        return detect::lookAtPlaces(request, past, media(), {});
    }
    /// "PATH: NOTE", sorted.
    [[nodiscard]] std::vector<std::string> told(Standing standing) const {
        std::vector<std::string> lines;
        const auto found = look();
        for (const ThingOfOthers& thing : found.value())
            if (thing.standing == standing)
                lines.push_back(thing.path.string() + ": " + thing.note);
        std::ranges::sort(lines);
        return lines;
    }

private:
    TemporaryFolder folder_;
};

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("A unit is read as systemd reads it") {
    const auto settings = detect::settingsIn("\xEF\xBB\xBF# Wants=no.service\n"
                                             "Wants=nowhere.service\n"
                                             "  [Unit]  \r\n"
                                             "Wants = a.service \\\n"
                                             "; between\n"
                                             "   b.service\n"
                                             "wants=small.service\n"
                                             "no setting\n"
                                             "[Service\n"
                                             "Broken=yes\n"
                                             "[Install]\n"
                                             "WantedBy=");
    CHECK(settings == std::vector<UnitSetting>{{"", "Wants", "nowhere.service"},
                                               {"Unit", "Wants", "a.service  b.service"},
                                               {"Unit", "wants", "small.service"},
                                               {"", "Broken", "yes"},
                                               {"Install", "WantedBy", ""}});
}

TEST_CASE("Names stand in quotes, and specifiers for parts of the unit's name") {
    CHECK(detect::namesIn("a.service  'b c.service'\t\"d.service\"", "x.service") ==
          Lines{"a.service", "b c.service", "d.service"});
    CHECK(detect::namesIn("%i.service %p.x %n %N.y %j.z %% %Q", "pre-fix@bes-policy.timer") ==
          Lines{"bes-policy.service", "pre-fix.x", "pre-fix@bes-policy.timer", "pre-fix@bes-policy.y",
                "fix.z", "%", "%Q"});
    CHECK(detect::namesIn("%I %P", "a-b@bes\\x2dpolicy.service") == Lines{"bes-policy", "a/b"});
}

TEST_CASE("What starts a deferred service with another unit is told, wherever systemd looks for units") {
    const std::string key = GENERATE("Wants", "Requires", "BindsTo", "Upholds", "OnFailure", "OnSuccess");
    const std::string folder =
        GENERATE("etc/systemd/system", "run/systemd/system", "run/systemd/generator.late",
                 "usr/local/lib/systemd/system", "usr/lib/systemd/system", "lib/systemd/system");
    const Units units;
    units.put(folder + "/foo.service", "[Unit]\n" + key + "=x.service bes-policy.service\n");
    CHECK(units.told(Standing::starts) ==
          Lines{"/" + folder + "/foo.service: it starts bes-policy.service (" + key + "=)"});
}

TEST_CASE("The target of the deferred services counts as one, a service that setup starts does not") {
    const Units units;
    units.put("etc/systemd/system/a.service", "[Unit]\nWants=bes-active.target\n");
    units.put("etc/systemd/system/b.service", "[Unit]\nWants=bes-router.service bes-standby.target\n");
    units.put("etc/systemd/system/c.service",
              "[Unit]\nAfter=bes-policy.service\n[Service]\nWants=bes-policy.service\n");
    units.put("etc/systemd/system/d.txt", "[Unit]\nWants=bes-policy.service\n");
    CHECK(units.told(Standing::starts) ==
          Lines{"/etc/systemd/system/a.service: it starts bes-active.target (Wants=)"});
}

TEST_CASE("Timers, paths and sockets start the service of their name, or the one that they name") {
    const Units units;
    const std::string here = "etc/systemd/system/";
    units.put(here + "bes-policy.timer", "[Timer]\nOnBootSec=1\n");
    units.put(here + "bes-policy.path", "[Path]\nPathExists=/etc\nUnit=mail.service\n");
    units.put(here + "bes-policy.socket", "[Socket]\nListenStream=1\nAccept=yes\n");
    units.put(here + "bes-router.timer", "[Timer]\nOnBootSec=1\n");
    units.put(here + "x.timer", "[Timer]\nUnit=bes-policy.service\n");
    units.put(here + "y.socket", "[Socket]\nService=bes-policy.service\n");
    CHECK(units.told(Standing::starts) ==
          Lines{"/etc/systemd/system/bes-policy.timer: it starts bes-policy.service",
                "/etc/systemd/system/x.timer: it starts bes-policy.service (Unit=)",
                "/etc/systemd/system/y.socket: it starts bes-policy.service (Service=)"});
}

TEST_CASE("Additions to units start deferred services too, also additions to setup's own") {
    const Units units;
    units.put("etc/systemd/system/foo.service.d/x.conf", "[Unit]\nWants=bes-policy.service\n");
    units.put("etc/systemd/system/bes-router.service.d/x.conf", "[Unit]\nWants=bes-policy.service\n");
    units.put("etc/systemd/system/bes-policy.service.d/x.conf", "[Unit]\nWants=bes-active.target\n");
    units.put("etc/systemd/system/foo.service.d/x.txt", "[Unit]\nWants=bes-policy.service\n");
    units.link("run/systemd/system/bes-standby.target.wants/bes-policy.service", "../bes-policy.service");
    CHECK(units.told(Standing::starts) ==
          Lines{"/etc/systemd/system/bes-router.service.d/x.conf: it starts bes-policy.service (Wants=)",
                "/etc/systemd/system/foo.service.d/x.conf: it starts bes-policy.service (Wants=)",
                "/run/systemd/system/bes-standby.target.wants/bes-policy.service: starts "
                "bes-policy.service with bes-standby.target"});
}

TEST_CASE("A unit that is masked, or hidden by another of its name, starts nothing") {
    const Units units;
    const std::string starts = "[Unit]\nWants=bes-policy.service\n[Timer]\nOnBootSec=1\n";
    units.link("etc/systemd/system/foo.service", "/dev/null");
    units.put("usr/lib/systemd/system/foo.service", starts);
    units.put("etc/systemd/system/bes-policy.timer", "");
    units.put("usr/lib/systemd/system/bes-policy.timer", starts);
    units.put("etc/systemd/system/bar.service", "[Unit]\n");
    units.put("run/systemd/system/bar.service", starts);
    units.put("etc/systemd/system/a.service.d/x.conf", "[Unit]\n");
    units.put("usr/lib/systemd/system/a.service.d/x.conf", starts);
    CHECK(units.told(Standing::starts).empty());
}

TEST_CASE("A template starts what its instances name") {
    const Units units;
    units.put("usr/lib/systemd/system/watch@.service", "[Unit]\nWants=%i.service\n");
    CHECK(units.told(Standing::starts).empty());
    units.link("etc/systemd/system/multi-user.target.wants/watch@bes-policy.service",
               "/usr/lib/systemd/system/watch@.service");
    CHECK(units.told(Standing::starts) ==
          Lines{"/usr/lib/systemd/system/watch@.service: it starts bes-policy.service (Wants=)"});
}

TEST_CASE("A unit that can't run beside a service that setup starts is told") {
    const Units units;
    units.put("etc/systemd/system/foo.service", "[Unit]\nConflicts=bes-router.service bes-policy.service\n");
    units.link("usr/lib/systemd/system/bar.service", "/opt/bar.service");
    units.put("opt/bar.service", "[Unit]\nConflicts=bes-standby.target\n");
    CHECK(units.told(Standing::excludes) ==
          Lines{"/etc/systemd/system/foo.service: it can't run beside bes-router.service (Conflicts=)",
                "/usr/lib/systemd/system/bar.service: it can't run beside bes-standby.target (Conflicts=)"});
}

TEST_CASE("Names on the message bus and rules for devices start deferred services too") {
    const Units units;
    units.put(
        "usr/share/dbus-1/system-services/org.example.Policy.service",
        "[D-BUS Service]\nName=org.example.Policy\nExec=/bin/false\nSystemdService=bes-policy.service\n");
    units.put("etc/udev/rules.d/1.rules",
              "# ENV{SYSTEMD_WANTS}=\"bes-policy.service\"\n"
              "KERNEL==\"x\", ENV{SYSTEMD_WANTS}+=\"a.service bes-policy.service\"\n");
    units.put("etc/udev/rules.d/2.rules",
              "# ENV{SYSTEMD_WANTS}=\"bes-policy.service\"\nENV{SYSTEMD_WANTS}=\n");
    units.put("usr/lib/udev/rules.d/2.rules", "ENV{SYSTEMD_WANTS}=\"bes-policy.service\"\n");
    CHECK(units.told(Standing::starts) ==
          Lines{"/etc/udev/rules.d/1.rules: it starts bes-policy.service (SYSTEMD_WANTS)",
                "/usr/share/dbus-1/system-services/org.example.Policy.service: it starts bes-policy.service "
                "(SystemdService=)"});
}

TEST_CASE("A unit that is too large to be read leaves the whole unknown") {
    const Units units;
    units.put("etc/systemd/system/foo.service", std::string((1U << 20U) + 1, '#'));
    CHECK_FALSE(units.look().known());
}

TEST_CASE("Additions by the beginning of a name or by the kind of unit reach setup's units") {
    const Units units;
    units.put("etc/systemd/system/bes-.service.d/x.conf", "[Service]\nExecStart=\n");
    units.put("etc/systemd/system/bes-.target.d/x.conf", "[Unit]\n");
    units.put("etc/systemd/system/be-.service.d/x.conf", "[Unit]\n");
    units.put("usr/lib/systemd/system/service.d/x.conf", "[Service]\nPrivateNetwork=yes\n");
    units.put("usr/lib/systemd/system/timer.d/x.conf", "[Unit]\n");
    CHECK(units.told(Standing::inForce) ==
          Lines{"/etc/systemd/system/bes-.service.d: adds to all units of this beginning",
                "/etc/systemd/system/bes-.target.d: adds to all units of this beginning"});
    CHECK(units.told(Standing::everywhere) ==
          Lines{"/usr/lib/systemd/system/service.d: adds to every service"});
}
