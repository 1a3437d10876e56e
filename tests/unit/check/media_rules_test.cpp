// SPDX-License-Identifier: Apache-2.0
#include <functional>

#include "answers/typed_remedy.hpp"
#include "unit/check/look_up.hpp"

using namespace bes;
using Catch::Contains;

namespace {

Facts factsWithMedia(const std::function<void(MediaContents&)>& change) {
    Facts facts = sampleFacts();
    changeFact(facts.media, change);
    return facts;
}

} // namespace

TEST_CASE("Media that can't be read is refused once, with the reason") {
    Facts facts = sampleFacts();
    facts.media = Fact<MediaContents>::unknown("/mnt/media/media.json: No such file or directory");
    CHECK(idsOf(blockersOf(facts)) == std::vector<std::string>{"media.readable"});
    const Finding finding = onlyFinding("media.readable", facts);
    CHECK(finding.code == ExitCode::media);
    CHECK_THAT(finding.evidence, Contains("No such file"));
    CHECK_THAT(answers::typedRemedy(finding), Contains("--media.folder"));
    for (const char* id :
         {"media.signature", "primary.version", "components.dependencies", "disk.space", "ports.free"})
        CHECK(findingsOf(id, facts).empty());
}

TEST_CASE("Media that nobody trusted has signed is refused unless that is allowed aloud") {
    const Facts facts = factsWithMedia([](MediaContents& media) {
        media.signature = {false, "CN=Somebody", "self-signed certificate"};
    });
    const Finding refused = onlyFinding("media.signature", facts);
    CHECK(refused.severity == Severity::blocker);
    CHECK(refused.code == ExitCode::media);
    CHECK_THAT(refused.evidence, Contains("CN=Somebody") && Contains("self-signed certificate"));
    CHECK_THAT(answers::typedRemedy(refused), Contains("--media.trust"));

    Request request = sampleRequest();
    request.allowUnsignedMedia = true;
    CHECK(onlyFinding("media.signature", facts, request).severity == Severity::warning);
    CHECK(idsOf(blockersOf(facts, request)).empty());
}

TEST_CASE("Media for Windows is refused on Linux and taken on Windows") {
    Facts facts = factsWithMedia([](MediaContents& media) {
        for (Component& component : media.manifest.catalog.components)
            for (Service& service : component.services)
                service.unit = service.name;
    });
    const Finding refused = onlyFinding("media.system", facts);
    CHECK(refused.severity == Severity::blocker);
    CHECK(refused.code == ExitCode::media);
    changeFact(facts.computer, [](Computer& computer) { computer.system = System::windows; });
    CHECK(findingsOf("media.system", facts).empty());
}

TEST_CASE("Media for Linux is refused on Windows") {
    Facts facts = sampleFacts();
    CHECK(findingsOf("media.system", facts).empty());
    changeFact(facts.computer, [](Computer& computer) { computer.system = System::windows; });
    const Finding refused = onlyFinding("media.system", facts);
    CHECK(refused.severity == Severity::blocker);
    CHECK(refused.code == ExitCode::media);
}

TEST_CASE("Media that was changed after signing is not to be used, and no way around is offered") {
    const Facts facts = factsWithMedia([](MediaContents& media) {
        media.signature = {false, "CN=Vendor", "the manifest or its signature was changed after signing",
                           true};
    });
    const Finding refused = onlyFinding("media.signature", facts);
    CHECK(refused.severity == Severity::blocker);
    CHECK(refused.title == "The media was changed after signing");
    CHECK(refused.remedy == "Do not use this media. Get it again from its publisher");
    CHECK(refused.answers.empty());
}

TEST_CASE("Leave to use unsigned media does not spoil signed media") {
    Request request = sampleRequest();
    request.allowUnsignedMedia = true;
    CHECK(onlyFinding("media.signature", sampleFacts(), request).severity == Severity::passed);
}

TEST_CASE("Damaged media is refused also where unsigned media is allowed") {
    const Facts facts =
        factsWithMedia([](MediaContents& media) { media.damage = {"packages/router.tar.zst is missing"}; });
    Request request = sampleRequest();
    request.allowUnsignedMedia = true;
    const Finding finding = onlyFinding("media.complete", facts, request);
    CHECK(finding.severity == Severity::blocker);
    CHECK(finding.code == ExitCode::media);
    CHECK_THAT(finding.evidence, Contains("router.tar.zst is missing"));
}

TEST_CASE("A chosen component whose package the media does not list is refused") {
    const Facts facts = factsWithMedia([](MediaContents& media) {
        std::erase_if(media.manifest.packages, [](const Package& p) { return p.id == "policy"; });
    });
    CHECK_THAT(onlyFinding("media.complete", facts).evidence, Contains("policy"));
    Request request = sampleRequest();
    request.omit = {"policy"};
    CHECK(onlyFinding("media.complete", facts, request).severity == Severity::passed);
}

TEST_CASE("A licence of the media has to be accepted, and the refusal says how to read it") {
    const Facts facts = factsWithMedia([](MediaContents& media) {
        media.manifest.license = License{"vendor-2", {{"en", "Be good."}}};
    });
    const Finding refused = onlyFinding("media.license", facts);
    CHECK(refused.severity == Severity::blocker);
    CHECK(refused.code == ExitCode::licenseNotAccepted);
    CHECK_THAT(answers::typedRemedy(refused), Contains("media license") && Contains("--license.accept"));
    Request request = sampleRequest();
    request.acceptLicense = true;
    CHECK(onlyFinding("media.license", facts, request).severity == Severity::passed);
    CHECK(findingsOf("media.license", sampleFacts()).empty());
}

TEST_CASE("A licence that was accepted is asked for again only when it is another one") {
    Facts facts = sampleFactsInstalled();
    changeFact(facts.media, [](MediaContents& media) {
        media.manifest.license = License{"vendor-2", {{"en", "Be good."}}};
    });
    changeFact(facts.installed,
               [](std::optional<InstalledState>& installed) { installed->receipt.license = "vendor-2"; });
    CHECK(onlyFinding("media.license", facts).severity == Severity::passed);
    changeFact(facts.installed,
               [](std::optional<InstalledState>& installed) { installed->receipt.license = "vendor-1"; });
    CHECK(onlyFinding("media.license", facts).severity == Severity::blocker);
}
