// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "host/accounts.hpp"
#include "host/handed_on.hpp"
#include "model/failure.hpp"

namespace bes::host {

// What a program does to its own process before it lets foreign code run in it.

/// Where this program stands; empty where the system does not tell.
[[nodiscard]] std::filesystem::path ownProgramFolder();

/// The file of a program of that name, which has an ending on Windows.
[[nodiscard]] std::string programFile(const std::string& name);

[[nodiscard]] std::uint32_t currentUser();
/// Its number where the account has no name.
[[nodiscard]] std::string accountName(std::uint32_t user);

/// Of the person who started this process: who logged in, where the system keeps that ("sudo" does not change
/// it), else the process's own.
[[nodiscard]] std::string personsAccount();

/// Home folder that the system's own account file names; empty for an account that is not in it.
[[nodiscard]] std::string homeOf(std::uint32_t user);

/// Of this process.
[[nodiscard]] Environment ownEnvironment();

struct Restart {
    std::filesystem::path program;  ///< empty: this one
    std::vector<std::string> words; ///< the name of the program and its arguments
    Environment environment;        ///< all of it: nothing else is handed on
    std::filesystem::path folder;
    std::optional<AccountIds> account; ///< with its groups; rights above it are given up for good
};

/// Begins this program anew in the same process. Returns only when that failed: process.account,
/// process.restart.
[[nodiscard]] Failure restart(const Restart& with);

/// Another program goes on in this process, with that environment. Returns only when that failed, or
/// where a signal had asked this one to end: process.become, run.cancelled.
[[nodiscard]] Failure becomeProgram(const std::filesystem::path& program,
                                    const std::vector<std::string>& arguments,
                                    const Environment& environment);

/// No standard input, no terminal to ask on, no core file: for foreign code that might do so.
void workUnattended();

/// From now on, writing to a pipe that nobody reads is an error of that write and does not end the process.
void surviveClosedPipes();

/// The standard output of this process, kept from everybody else in it: what others print goes to standard
/// error from then on.
class PrivateOutput {
public:
    /// Once per process. Failure process.output.
    [[nodiscard]] static Result<PrivateOutput> take();

    /// With a line break, all at once and without a buffer. False when nobody reads any more or the disk is
    /// full.
    [[nodiscard]] bool writeLine(std::string_view line);

private:
    explicit PrivateOutput(int descriptor) : descriptor_(descriptor) {}

    int descriptor_;
};

} // namespace bes::host
