// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <random>

#include "model/facts.hpp"
#include "model/media_manifest.hpp"
#include "model/receipt.hpp"

/// Facts of any kind: known, unknown, empty, with texts that could confuse a file. The same seed gives the
/// same ones.
class RandomFacts {
public:
    /// Manifest and receipt have documents and tests of their own: they are taken as they are.
    RandomFacts(unsigned seed, bes::MediaManifest manifest, bes::Receipt receipt)
        : random_(seed), manifest_(std::move(manifest)), receipt_(std::move(receipt)) {}

    [[nodiscard]] bes::Facts next();

private:
    // For every type that is a part of the facts. Each names its members by a structured binding, so that a
    // new one does not compile before it is filled here.
    void fill(bool& it) { it = maybe(); }
    void fill(std::string& it);
    void fill(std::filesystem::path& it);
    void fill(bes::Remedy& it);
    void fill(bes::NamedAnswer& it);
    void fill(bes::Obstacle& it);
    void fill(bes::Computer& it);
    void fill(bes::SrpCredentials& it);
    void fill(bes::Server& it);
    void fill(bes::Pair& it);
    void fill(bes::DatabaseContents& it);
    void fill(bes::Reachability& it);
    void fill(bes::SignerCertificate& it);
    void fill(bes::SignatureState& it);
    void fill(bes::MediaContents& it);
    void fill(bes::FileSystemSpace& it);
    void fill(bes::PortHolder& it);
    void fill(bes::PortUse& it);
    void fill(bes::NotesIni& it);
    void fill(bes::InstalledState& it);
    void fill(bes::UnfinishedRun& it);
    void fill(bes::FileDifference& it);
    void fill(bes::StandbyState& it);
    void fill(bes::LogFolder& it);
    void fill(bes::Rights& it);
    void fill(bes::Appearance& it);
    void fill(bes::ThingOfOthers& it);
    void fill(bes::FolderState& it);
    void fill(bes::FolderOfOthers& it);
    void fill(bes::AccountState& it);
    void fill(bes::SystemdState& it);
    void fill(bes::PendingRestart& it);
    void fill(bes::Frozen& it);
    void fill(bes::Surroundings& it);
    void fill(bes::domino::DominoFacts& it);
    void fill(bes::ServiceManagerState& it) { choose(it, 2); }
    template<std::integral Number>
    void fill(Number& it) {
        it = static_cast<Number>(number(maybe() ? 8 : 60'000));
    }
    template<class T>
    void fill(bes::Fact<T>& it);
    template<class T>
    void fill(std::optional<T>& it);
    template<class T>
    void fill(std::vector<T>& it);
    template<class T>
    void fill(std::map<std::filesystem::path, T>& it);

    template<class... Parts>
    void fillAll(Parts&... parts) {
        (fill(parts), ...);
    }
    template<class Enum>
    void choose(Enum& it, std::size_t count) {
        it = static_cast<Enum>(number(count));
    }
    [[nodiscard]] std::size_t number(std::size_t below);
    [[nodiscard]] bool maybe() { return number(2) == 0; }

    std::mt19937 random_;
    bes::MediaManifest manifest_;
    bes::Receipt receipt_;
};
