#pragma once

#include <filesystem>
#include <utility>

namespace bes::host {

/// Where the file system of the computer that is worked on is mounted: "/" or the folder of an image.
class Root {
public:
    Root() = default;
    explicit Root(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// The path to use now for a path as the installed computer sees it.
    [[nodiscard]] std::filesystem::path operator()(const std::filesystem::path& inside) const {
        return folder_ / inside.relative_path();
    }
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
    [[nodiscard]] bool running() const { return folder_ == "/"; }

private:
    std::filesystem::path folder_ = "/";
};

} // namespace bes::host
