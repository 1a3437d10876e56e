// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "model/media_manifest.hpp"
#include "model/others.hpp"
#include "model/registry_value.hpp"
#include "model/request.hpp"
#include "model/rights.hpp"
#include "model/service_definition.hpp"

namespace bes {

/// A file as it was installed.
struct InstalledFile {
    std::string path; ///< absolute, as the installed computer sees it
    FileType type = FileType::regular;
    Rights rights;
    std::uint64_t size = 0;
    std::string sha256;
    std::string leadsTo = {}; ///< of a symbolic link

    bool operator==(const InstalledFile&) const = default;
};

/// An entry of ServerTasks in notes.ini.
struct DominoTask {
    std::filesystem::path notesIni;
    std::string task;

    bool operator==(const DominoTask&) const = default;
};

/// What was not on the computer before setup came: a removal takes away this and nothing that was there.
struct Made {
    std::vector<std::filesystem::path> folders; ///< in the order in which they were made
    std::string account;                        ///< empty: there was one
    std::vector<DominoTask> tasks;
    std::vector<RegistryKey> registryKeys = {};             ///< in the order in which they were made
    std::vector<CapturedRegistryValue> registryBefore = {}; ///< each value that setup wrote, as it was before
    std::vector<std::string> logonRights = {};              ///< accounts that setup let log on as a service

    bool operator==(const Made&) const = default;
};

/// What setup left on this computer: the base of status, modify, repair and remove.
struct Receipt {
    std::string run;
    std::string installedAt; ///< UTC, ISO 8601
    Request request;
    std::string primary;
    std::string primaryDominoServer; ///< as the configuration database had it
    std::string standby;
    std::string computer;
    std::string mediaSha256;  ///< of the media's manifest
    std::string license = {}; ///< id of the media's one that was accepted; empty: it had none
    std::string partner =
        {}; ///< the failover partner, where that has answered in place of the database server
    Catalog catalog;
    std::vector<std::string> components;      ///< ids, in the catalogue's order
    std::vector<InstalledFile> files;         ///< sorted by path
    Made made;                                ///< beside the files
    std::vector<KeptThing> kept = {};         ///< of others, in the order in which it was moved away
    RegisteredServices services = {};         ///< none: a version before 1.1.0 recorded it
    std::vector<RegistryValue> registry = {}; ///< none on systems without a registry

    bool operator==(const Receipt&) const = default;
};

/// Installed files that administrators may edit: setup's own configuration, and what the catalogue marks so.
[[nodiscard]] std::vector<std::string> editableFiles(const Receipt& receipt);

} // namespace bes
