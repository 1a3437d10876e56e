// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>

#include "check/primaries.hpp"
#include "check/rules.hpp"
#include "text/lists.hpp"
#include "text/path_text.hpp"

namespace bes::check {
namespace {

/// Where the contents were changed, no way around is offered.
Remedy remedyFor(const SignatureState& signature) {
    if (signature.tampered)
        return {"Do not use this media. Get it again from its publisher"};
    if (signature.signer.empty())
        return {"Use signed media, or allow untrusted media", {{"media.allow-unsigned"}}};
    return {"Add the publisher's certificate, or allow untrusted media",
            {{"media.trust"}, {"media.allow-unsigned"}}};
}

Finding checkSignature(const SignatureState& signature, bool allowUnsigned) {
    const std::string id = "media.signature";
    const std::string signer = signature.signer.empty() ? "No signature" : "Signed by " + signature.signer;
    const std::string evidence = signature.problem.empty() ? signer : signer + ": " + signature.problem;
    if (signature.trusted)
        return passed(id, "The media is signed by a trusted publisher", evidence);
    const std::string title =
        signature.tampered ? "The media was changed after signing" : "The media is not trusted";
    if (allowUnsigned)
        return warning(id, title, evidence,
                       signature.tampered ? remedyFor(signature)
                                          : Remedy("Setup uses it anyway; accepted by you"));
    return blocker(ExitCode::media, id, title, evidence, remedyFor(signature));
}

/// A component without its package would be installed as nothing.
std::vector<std::string> missingPackages(const Situation& situation) {
    std::vector<std::string> missing;
    for (const Component* component : situation.components)
        for (const std::string& package : packagesOf(*component))
            if (situation.media->manifest.find(package) == nullptr)
                missing.push_back("package " + package + " of " + component->id + " is not in media.json");
    return missing;
}

bool hasServices(const Catalog& catalog) {
    return std::ranges::any_of(catalog.components, [](const Component& component) {
        return std::ranges::any_of(component.services, [](const Service& service) {
            return service.startPolicy != StartPolicy::runByDomino;
        });
    });
}

/// Its services could not be registered here.
Findings checkSystem(const Situation& situation) {
    const Fact<Computer>& computer = situation.facts.computer;
    const Catalog& catalog = situation.media->manifest.catalog;
    if (!computer.known() || !hasServices(catalog) ||
        catalog.isForWindows() == (computer.value().system == System::windows))
        return {};
    const std::string id = "media.system";
    if (catalog.isForWindows())
        return {blocker(ExitCode::media, id, "The media is for Windows",
                        "Its services have the names that they have on Windows", "Use the media for Linux")};
    return {blocker(ExitCode::media, id, "The media is for Linux",
                    "Its services have the names that they have on Linux", "Use the media for Windows")};
}

} // namespace

Findings checkMedia(const Situation& situation) {
    if (situation.media == nullptr && situation.facts.media.known()) // and so it was not read
        return {
            checkSignature(situation.facts.media.value().signature, situation.request.allowUnsignedMedia)};
    if (situation.media == nullptr)
        return {blocker(ExitCode::media, "media.readable", "Setup can't read the media",
                        situation.facts.media.reason(),
                        situation.facts.media.remedy().orElse(
                            {"Choose the folder that contains the installation media (media.json)",
                             {{"media.folder"}}}))};
    const MediaContents& media = *situation.media;
    Findings findings{checkSignature(media.signature, situation.request.allowUnsignedMedia)};
    std::ranges::move(checkSystem(situation), std::back_inserter(findings));
    std::vector<std::string> damage = media.damage;
    for (std::string& missing : missingPackages(situation))
        damage.push_back(std::move(missing));
    if (damage.empty())
        findings.push_back(passed("media.complete", "The media is complete",
                                  std::to_string(media.manifest.packages.size()) +
                                      " packages have the sizes listed in media.json"));
    else
        findings.push_back(blocker(ExitCode::media, "media.complete", "The media is damaged or incomplete",
                                   listed(damage), "Copy the media again from its source"));
    return findings;
}

Findings checkLicense(const Situation& situation) {
    if (situation.media == nullptr || !situation.media->manifest.license)
        return {};
    const std::string id = "media.license";
    const std::string& license = situation.media->manifest.license->id;
    const std::string evidence = "License " + license + " of " + situation.media->manifest.catalog.product +
                                 " " + situation.media->manifest.catalog.version;
    if (situation.receipt != nullptr && situation.receipt->license == license)
        return {passed(id, "The license of the media was accepted before",
                       evidence + ", accepted for the installation of " + situation.receipt->installedAt)};
    if (situation.request.acceptLicense)
        return {passed(id, "The license of the media is accepted", evidence)};
    return {blocker(ExitCode::licenseNotAccepted, id, "The license of the media is not accepted", evidence,
                    {"Read the license, and accept it to continue",
                     {{"license.accept"}},
                     "bes-standby-setup media license " + quoted(utf8(situation.request.media))})};
}

} // namespace bes::check
