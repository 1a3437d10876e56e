// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include "model/failure.hpp"

namespace bes::host {

/// A file that is being written for the first time. Closed by close(); a file that is not closed is
/// incomplete.
class NewFile {
public:
    explicit NewFile(int descriptor, std::filesystem::path path);
    NewFile(NewFile&& other) noexcept;
    NewFile& operator=(NewFile&&) = delete;
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;
    ~NewFile();

    [[nodiscard]] Result<void> write(std::span<const std::byte> bytes);
    [[nodiscard]] Result<void> close(unsigned mode);

private:
    void passToDisk();

    int descriptor_;
    std::filesystem::path path_;
    std::uint64_t size_ = 0;
    std::uint64_t passed_ = 0; ///< bytes that the disk has begun with
};

/// A private folder (mode 0700) into which packages are unpacked. Names are relative and must already have
/// been found safe; nevertheless no symbolic link is ever followed below the folder and nothing is ever
/// overwritten. One thread at a time may use a StagingFolder; different ones are independent.
class StagingFolder {
public:
    /// Removes what an interrupted run left there. The folder above it must exist.
    [[nodiscard]] static Result<StagingFolder> create(const std::filesystem::path& folder);
    StagingFolder(StagingFolder&&) noexcept;
    StagingFolder& operator=(StagingFolder&&) = delete;
    StagingFolder(const StagingFolder&) = delete;
    StagingFolder& operator=(const StagingFolder&) = delete;
    ~StagingFolder();

    [[nodiscard]] Result<void> makeFolder(const std::string& name, unsigned mode);
    [[nodiscard]] Result<NewFile> createFile(const std::string& name);
    [[nodiscard]] Result<void> makeSymbolicLink(const std::string& name, const std::string& target);
    /// A folder that makeFolder() made, for use beside this one.
    [[nodiscard]] Result<StagingFolder> enter(const std::string& name);
    /// All that was written into it is on the disk afterwards; what could not be written since create() is
    /// told here, for the folder has been open since then.
    [[nodiscard]] Result<void> sync();

private:
    struct State;
    explicit StagingFolder(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace bes::host
