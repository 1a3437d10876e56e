// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <QtTest>
#include <QtWidgets>

#include "wizard/drive.hpp"

using Catch::Matchers::Contains;
using namespace bes;
using namespace bes::wizard;

namespace {

WizardState withLicense(const std::string& id, const std::string& accepted) {
    Seen seen;
    MediaContents media;
    media.signature.trusted = true;
    media.manifest.license = License{id, {{"en", "Be good."}}};
    seen.inspection.facts.media = media;
    if (accepted.empty()) {
        seen.inspection.facts.installed = std::optional<InstalledState>();
    } else {
        InstalledState installed;
        installed.receipt.license = accepted;
        seen.inspection.facts.installed = std::optional(installed);
    }
    WizardState state;
    state.seen = std::make_shared<const Seen>(seen);
    return state;
}

bool asks(WizardState state, std::optional<Maintenance::Kind> kind) {
    if (kind)
        state.maintenance = Maintenance{.kind = *kind};
    return licenseToAccept(state) != nullptr;
}

} // namespace

TEST_CASE("the license is asked for where it was not accepted, and never to maintain what is installed") {
    using enum Maintenance::Kind;
    CHECK(asks(withLicense("one", ""), std::nullopt));
    CHECK_FALSE(asks(WizardState{}, std::nullopt));
    CHECK(asks(withLicense("two", "one"), upgrade));
    CHECK_FALSE(asks(withLicense("one", "one"), upgrade));
    for (const Maintenance::Kind kind : {modify, repair, remove})
        CHECK_FALSE(asks(withLicense("two", "one"), kind));
}

TEST_CASE("who does not accept the license does not go on; it is asked again for other media", "[window]") {
    const Practice practice;
    Request request = practice.request();
    request.acceptLicense = false;
    Drive drive(request);
    REQUIRE(drive.nextUntil(PageId::media));
    REQUIRE(drive.reached(PageId::media));
    auto* text = drive.window.findChild<QPlainTextEdit*>(QStringLiteral("license"));
    CHECK_THAT(text->toPlainText().toStdString(),
               Contains("contains no program of BlackBerry") || Contains("kein Programm von BlackBerry"));
    CHECK(text->isVisible());
    CHECK_FALSE(drive.find("next")->isEnabled());
    CHECK_FALSE(drive.box("acceptLicense")->isChecked());
    REQUIRE(drive.press(Qt::Key_A));
    REQUIRE(waitUntil([&] { return drive.find("next")->isEnabled(); }));
    REQUIRE(drive.nextUntil(PageId::review));
    REQUIRE(drive.reached(PageId::review));
    CHECK(drive.session.state().seen->inspection.plan);

    Request other = drive.session.request();
    other.media = other.media.parent_path() / "hanging-service";
    drive.session.setRequest(other);
    CHECK_FALSE(drive.session.request().acceptLicense);
}
