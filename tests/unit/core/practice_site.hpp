// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "model/progress.hpp"
#include "setup.hpp"
#include "unit/core/practice_computer.hpp"
#include "unit/temporary_folder.hpp"

/// A database with the practice primaries, signed media with a file or two per component, and a computer with
/// a Domino data folder: all real.
class PracticeSite {
public:
    PracticeSite();

    /// Where its file system is: the root of requests.
    [[nodiscard]] const std::filesystem::path& computer() const { return computer_.root(); }
    [[nodiscard]] const PracticeComputer& system() const { return computer_; }
    [[nodiscard]] Tree tree() const { return computer_.tree(); }
    [[nodiscard]] std::filesystem::path database() const { return folder_.path() / "besmgmt.db"; }
    [[nodiscard]] const bes::Request& request() const { return request_; }

    // Places on this computer now.
    /// Of a path as the installed computer sees it.
    [[nodiscard]] std::filesystem::path at(const std::filesystem::path& inside) const;
    /// Below the folder that programs are installed into: "router/share/README".
    [[nodiscard]] std::filesystem::path installed(const std::string& inside) const;
    /// Of the component's service.
    [[nodiscard]] std::filesystem::path program(const std::string& component) const;
    [[nodiscard]] std::filesystem::path notesIni() const { return at(PracticeComputer::notesIni()); }
    [[nodiscard]] std::filesystem::path standbyIni() const;
    /// Setup's own memory.
    [[nodiscard]] std::filesystem::path state() const;

    /// Of that component, its first one.
    [[nodiscard]] bes::Service service(const std::string& component) const;

    /// Signed media of version 5.0.1: the Router's files are others, Policy has one more, Alert one less; a
    /// file of the Dispatcher's is a folder, and a folder of the Attachment Service's a file.
    [[nodiscard]] std::filesystem::path newerMedia() const;

    /// One value, as text, of a query on the database.
    [[nodiscard]] std::string query(const std::string& sql) const;
    void change(const std::string& sql) const;
    /// As if a run had come to another point.
    void changeJournal(const std::string& sql) const;

private:
    TemporaryFolder folder_;
    PracticeComputer computer_{folder_.path()};
    bes::Request request_;
};

/// Calls a function at the start of every step.
class AtEachStep : public bes::Progress {
public:
    explicit AtEachStep(std::function<void(std::size_t index)> call) : call_(std::move(call)) {}
    void stepStarted(std::size_t index, std::string_view /*id*/, std::string_view /*title*/) override {
        call_(index);
    }

private:
    std::function<void(std::size_t)> call_;
};

[[nodiscard]] bes::Result<bes::RunOutcome> installOn(const bes::Request& request);

void writeFile(const std::filesystem::path& path, const std::string& content);
[[nodiscard]] std::string readFile(const std::filesystem::path& path);
