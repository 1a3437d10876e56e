// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

/// serve.py runs as long as this object lives, at least.
class Serving {
public:
    Serving();
    Serving(const Serving&) = delete;
    Serving& operator=(const Serving&) = delete;
    ~Serving();

    /// What serve.py writes, see there.
    [[nodiscard]] const std::filesystem::path& folder() const;

private:
    struct Program;
    std::unique_ptr<Program> program_;
};
