// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/capture_rules.hpp"
#include "model/failure.hpp"

namespace bes {

/// Who starts a service of a standby, and when (bes.md §1.2, §3.3).
enum class StartPolicy {
    startAfterSetup,       ///< setup starts it and it starts with the computer
    deferredUntilFailover, ///< setup only registers it; the failover process starts it
    runByDomino,           ///< no service: a task that the Domino server runs
};

enum class Protocol { tcp, udp };
enum class PortDirection { listen, connect };

struct Port {
    Protocol protocol = Protocol::tcp;
    std::uint16_t number = 0;
    PortDirection direction = PortDirection::listen;
    std::string purpose;

    bool operator==(const Port&) const = default;
};

struct Service {
    std::string name;        ///< documented Windows service name, e.g. "BBAttachServer"
    std::string displayName; ///< e.g. "BlackBerry Attachment Service"
    std::string executable;  ///< documented program file on Windows; empty where unknown
    std::string unit;        ///< systemd unit, e.g. "bes-attachment.service"
    std::string program;     ///< program on Linux, relative to the component's folder
    StartPolicy startPolicy = StartPolicy::deferredUntilFailover;
    int startOrder = 0; ///< lower starts first and stops last
    std::vector<Port> ports;
    Sources sources;

    bool operator==(const Service&) const = default;
};

struct Component {
    std::string id;   ///< stable, e.g. "mds-connection"
    std::string name; ///< e.g. "BlackBerry MDS Connection Service"
    std::string description;
    std::string package;                       ///< id of the media package that brings its files
    std::vector<std::string> sharedPackages{}; ///< further packages, which other components need too
    std::vector<std::string> dependencies;     ///< ids of components that must be on the same computer
    bool failoverCapable = false;              ///< fails over by default
    std::optional<std::string> dominoTask;     ///< add-in task for ServerTasks in notes.ini, e.g. "BES"
    std::vector<Service> services;
    std::vector<std::string>
        editableFiles; ///< administrators may edit them; relative to the component's folder
    std::vector<std::string> captureFiles{}; ///< patterns of files that a capture gives to its package
    Sources sources;

    bool operator==(const Component&) const = default;
};

/// All that setup knows about a product: nothing about a particular component is written in code.
struct Catalog {
    std::string product; ///< e.g. "BlackBerry Enterprise Server for IBM Lotus Domino"
    std::string version; ///< e.g. "5.0"
    std::vector<Component> components;
    std::optional<CaptureRules> capture{};

    [[nodiscard]] const Component* find(std::string_view componentId) const;
    /// Its services are called as the service manager of Windows knows them: it is for Windows alone.
    [[nodiscard]] bool isForWindows() const;

    bool operator==(const Catalog&) const = default;
};

/// The ids of all packages that a component needs, that some do, and that all of the catalogue do.
[[nodiscard]] std::set<std::string> packagesOf(const Component& component);
[[nodiscard]] std::set<std::string> packagesOf(const std::vector<const Component*>& components);
[[nodiscard]] std::set<std::string> packagesOf(const Catalog& catalog);

/// Format and version of the catalogue's JSON ("bes-standby-setup.catalog", 1).
[[nodiscard]] Result<Catalog> parseCatalog(std::string_view json);
/// Indented JSON with a final line break; parseCatalog() gives the same value back.
[[nodiscard]] std::string formatCatalog(const Catalog& catalog);

[[nodiscard]] std::string_view toString(StartPolicy policy);
[[nodiscard]] std::string_view toString(Protocol protocol);

} // namespace bes
