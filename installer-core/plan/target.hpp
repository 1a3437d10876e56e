#pragma once

#include <string>
#include <vector>

#include "model/facts.hpp"
#include "plan/wanted.hpp"

namespace bes::plan {

enum class Version {
    installed, ///< where its media can't be read, the files are those of the receipt
    ofMedia,   ///< whatever the media has
};

/// What a changed standby shall consist of, worked out of its receipt. Owns what its Wanted leads to.
class Target {
public:
    Target(const Facts& facts, Request request, const std::vector<std::string>& components, Version version);
    Target(const Target&) = delete;
    Target& operator=(const Target&) = delete;
    Target(Target&&) = delete;
    Target& operator=(Target&&) = delete;
    ~Target() = default;

    [[nodiscard]] const Wanted& wanted() const { return wanted_; }
    [[nodiscard]] const std::vector<InstalledFile>& payload() const { return payload_; } ///< sorted by path

private:
    Request request_;
    Server primary_;
    MediaContents media_;
    Wanted wanted_;
    std::vector<InstalledFile> payload_;
};

} // namespace bes::plan
