#pragma once

#include <string>
#include <vector>

#include "model/facts.hpp"
#include "plan/wanted.hpp"

namespace bes::plan {

/// What a changed standby shall consist of, worked out of its receipt. Owns what its Wanted leads to. Where
/// the media can't be read, or is another, the files are those of the receipt: good for a repair that needs
/// none of them.
class Target {
public:
    Target(const Facts& facts, Request request, const std::vector<std::string>& components);
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
