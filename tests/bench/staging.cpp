// SPDX-License-Identifier: Apache-2.0
// Makes media from a folder of packages, and stages media, for tests/bench/staging:
//
//   bench-staging create TREE KEY CERTIFICATE MEDIA
//   bench-staging stage MEDIA CERTIFICATE STAGING     prints the monotonic clock (ns) when the last byte was
//   written bench-staging verify MEDIA CERTIFICATE

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

#include "media/media.hpp"

namespace {

namespace fs = std::filesystem;

template<class T>
T demand(bes::Result<T> result) {
    if (!result)
        throw std::runtime_error(result.error().what + ": " + result.error().why);
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

void create(const fs::path& tree, const bes::media::Signing& signing, const fs::path& media) {
    bes::Catalog catalog{"Benchmark", "1", {}};
    for (const auto& entry : fs::directory_iterator(tree)) {
        bes::Component& component = catalog.components.emplace_back();
        component.id = component.name = component.package = entry.path().filename().string();
    }
    demand(bes::media::create(catalog, tree, signing, media));
}

bes::MediaManifest openTrusted(const fs::path& media, const fs::path& certificate) {
    bes::MediaContents contents = demand(bes::media::open(media, {certificate}));
    if (!contents.signature.trusted || !contents.damage.empty())
        throw std::runtime_error("the media is not trusted or not whole: " + contents.signature.problem);
    return std::move(contents.manifest);
}

void stage(const fs::path& media, const fs::path& certificate, const fs::path& staging) {
    const bes::MediaManifest manifest = openTrusted(media, certificate);
    std::vector<std::string> ids;
    for (const bes::Package& package : manifest.packages)
        ids.push_back(package.id);
    std::chrono::steady_clock::time_point last;
    const auto written = [&](std::uint64_t) { last = std::chrono::steady_clock::now(); };
    demand(bes::media::stage(media, manifest, ids, staging, written, {}));
    std::cout << std::chrono::nanoseconds(last.time_since_epoch()).count() << '\n';
}

} // namespace

int main(int count, char** words) try {
    const std::vector<std::string> arguments(words + 1, words + count);
    if (arguments.size() == 5 && arguments[0] == "create")
        create(arguments[1], {arguments[2], arguments[3]}, arguments[4]);
    else if (arguments.size() == 4 && arguments[0] == "stage")
        stage(arguments[1], arguments[2], arguments[3]);
    else if (arguments.size() == 3 && arguments[0] == "verify")
        demand(bes::media::verifyPackages(arguments[1], openTrusted(arguments[1], arguments[2]), {}, {}));
    else
        throw std::runtime_error("see the comment at the head of tests/bench/staging.cpp");
} catch (const std::exception& error) {
    std::cerr << "bench-staging: " << error.what() << '\n';
    return EXIT_FAILURE;
}
