// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

/// From now on, mounts of this process are its own and go with it. As root, or in a user namespace without.
void makeMountsPrivate();

/// A file system of its own in memory, mounted until the end of the test.
class SmallFileSystem {
public:
    /// `options` as mount -o takes them for tmpfs, e.g. "size=1m".
    SmallFileSystem(std::filesystem::path folder, const std::string& options);
    SmallFileSystem(const SmallFileSystem&) = delete;
    SmallFileSystem& operator=(const SmallFileSystem&) = delete;
    ~SmallFileSystem();

    void makeReadOnly();

private:
    std::filesystem::path folder_;
};

/// A folder `lower` seen through an overlay, as in a container, mounted at `top` until the end of the test.
/// What is written goes to another file system than `lower`'s.
class Overlay {
public:
    Overlay(const std::filesystem::path& lower, const std::filesystem::path& top);
    Overlay(const Overlay&) = delete;
    Overlay& operator=(const Overlay&) = delete;
    ~Overlay();

private:
    std::filesystem::path top_;
    SmallFileSystem written_;
};
