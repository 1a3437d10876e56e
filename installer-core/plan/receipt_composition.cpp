// SPDX-License-Identifier: Apache-2.0
#include "plan/receipt_composition.hpp"
#include "model/media_trust.hpp"
#include "text/path_text.hpp"

#include <algorithm>

namespace bes::plan {
namespace {

/// The primary as the database has it; where it can't be read, what the receipt knows of it.
Server primaryOf(const Facts& facts, const Receipt& receipt) {
    if (facts.database.known())
        if (const Server* primary = facts.database.value().findServer(receipt.primary))
            return *primary;
    Server primary;
    primary.name = receipt.primary;
    primary.dominoServer = receipt.primaryDominoServer;
    return primary;
}

Computer computerOf(const Facts& facts, const Receipt& receipt) {
    Computer computer = facts.computer.known() ? facts.computer.value() : Computer{};
    computer.name = receipt.computer;
    return computer;
}

/// Of the installed version: the media that was installed from, or where it is another, the catalogue alone.
MediaContents mediaOf(const Facts& facts, const Request& request, const Receipt& receipt, Version version) {
    if (version == Version::ofMedia || (facts.media.known() && isRead(facts.media.value(), request) &&
                                        facts.media.value().manifestSha256 == receipt.mediaSha256))
        return facts.media.value();
    MediaContents media;
    media.manifest.catalog = receipt.catalog;
    media.manifestSha256 = receipt.mediaSha256;
    return media;
}

/// Of one of the components.
bool isPayload(const InstalledFile& file, const Composition& composition) {
    const auto relative = pathOf(file.path).lexically_relative(composition.request.installFolder);
    return !relative.empty() && std::ranges::any_of(composition.components, [&](const Component* component) {
        return packagesOf(*component).contains(utf8(*relative.begin()));
    });
}

const Receipt& receiptOf(const Facts& facts) {
    return facts.installed.value()->receipt;
}

} // namespace

std::vector<Service> servicesOf(const Receipt& receipt) {
    std::vector<Service> services;
    for (const std::string& id : receipt.components)
        if (const Component* component = receipt.catalog.find(id))
            std::ranges::copy_if(
                component->services, std::back_inserter(services),
                [](const Service& service) { return service.startPolicy != StartPolicy::runByDomino; });
    std::ranges::stable_sort(services, {}, &Service::startOrder);
    return services;
}

ReceiptComposition::ReceiptComposition(const Facts& facts, Request request,
                                       const std::vector<std::string>& components, Version version)
    : request_(std::move(request)), primary_(primaryOf(facts, receiptOf(facts))),
      media_(mediaOf(facts, request_, receiptOf(facts), version)),
      composition_{.request = request_,
                   .primary = primary_,
                   .media = media_,
                   .computer = computerOf(facts, receiptOf(facts)),
                   .components = {},
                   .packages = {},
                   .started = {},
                   .deferred = {}} {
    complete(composition_, components);
    if (!composition_.packages.empty()) {
        payload_ = packagedFiles(composition_);
        return;
    }
    for (const InstalledFile& file : receiptOf(facts).files)
        if (isPayload(file, composition_))
            payload_.push_back(file);
}

} // namespace bes::plan
