// SPDX-License-Identifier: Apache-2.0
#include "check/primaries.hpp"
#include "check/rules.hpp"
#include "text/lists.hpp"

namespace bes::check {
namespace {

Finding checkSignature(const SignatureState& signature, bool allowUnsigned) {
    const std::string id = "media.signature";
    const std::string signer = signature.signer.empty() ? "No signature" : "Signed by " + signature.signer;
    const std::string evidence = signature.problem.empty() ? signer : signer + ": " + signature.problem;
    if (signature.trusted)
        return passed(id, "The media is signed by someone who is trusted", evidence);
    const std::string title = "The signature of the media can't be trusted";
    if (allowUnsigned)
        return warning(id, title, evidence,
                       "It is used all the same because --media.allow-unsigned was said");
    return blocker(ExitCode::media, id, title, evidence,
                   "Use signed media, or trust its signer with --media.trust CERTIFICATE; "
                   "--media.allow-unsigned installs without knowing where the files come from");
}

/// A component without its package would be installed as nothing.
std::vector<std::string> missingPackages(const Situation& now) {
    std::vector<std::string> missing;
    for (const Component* component : now.components)
        if (!component->package.empty() && now.media->manifest.find(component->package) == nullptr)
            missing.push_back("package " + component->package + " of " + component->id +
                              " is not in media.json");
    return missing;
}

} // namespace

Findings checkMedia(const Situation& now) {
    if (now.media == nullptr && now.facts.media.known()) // and so it was not read
        return {checkSignature(now.facts.media.value().signature, now.request.allowUnsignedMedia)};
    if (now.media == nullptr)
        return {
            blocker(ExitCode::media, "media.readable", "The media can't be read", now.facts.media.reason(),
                    "Name the folder that has media.json with --media.folder DIR; the rules about version, "
                    "components, disk space and ports are checked when it can be read")};
    const MediaContents& media = *now.media;
    Findings findings{checkSignature(media.signature, now.request.allowUnsignedMedia)};
    std::vector<std::string> damage = media.damage;
    for (std::string& missing : missingPackages(now))
        damage.push_back(std::move(missing));
    if (damage.empty())
        findings.push_back(passed("media.complete", "The media is complete",
                                  std::to_string(media.manifest.packages.size()) +
                                      " packages are there with the sizes that media.json gives"));
    else
        findings.push_back(blocker(ExitCode::media, "media.complete", "The media is damaged or incomplete",
                                   listed(damage), "Copy the media again from where it came from"));
    return findings;
}

Findings checkLicense(const Situation& now) {
    if (now.media == nullptr || !now.media->manifest.license)
        return {};
    const std::string id = "media.license";
    const std::string& license = now.media->manifest.license->id;
    const std::string evidence = "Licence " + license + " of " + now.media->manifest.catalog.product + " " +
                                 now.media->manifest.catalog.version;
    if (now.receipt != nullptr && now.receipt->license == license)
        return {passed(id, "The licence of the media was accepted before",
                       evidence + ", accepted for what was installed at " + now.receipt->installedAt)};
    if (now.request.acceptLicense)
        return {passed(id, "The licence of the media is accepted", evidence)};
    return {blocker(ExitCode::licenseNotAccepted, id, "The licence of the media is not accepted", evidence,
                    "Read it with: bes-standby-setup media license " + quoted(now.request.media.string()) +
                        "; accept it with --license.accept")};
}

} // namespace bes::check
