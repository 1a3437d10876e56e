// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "model/ids.hpp"

namespace bes {
namespace {

constexpr std::array steps{
    IdEntry{"account.create", "Creates the service account."},
    IdEntry{"account.remove", "Removes the service account that setup created."},
    IdEntry{"configuration.remove", "Removes the configuration files."},
    IdEntry{"configuration.write", "Writes the configuration files."},
    IdEntry{"domino.task", "Adds the add-in task to ServerTasks in notes.ini."},
    IdEntry{"domino.task-remove", "Removes the add-in task from ServerTasks in notes.ini."},
    IdEntry{"files.clear", "Removes what the new version replaces by another type of file."},
    IdEntry{"files.publish", "Moves the unpacked files into place."},
    IdEntry{"files.remove", "Removes files of the standby."},
    IdEntry{"files.rights", "Restores mode and owner of files."},
    IdEntry{"files.save", "Keeps files that somebody edited."},
    IdEntry{"folders.logs", "Creates the log folder."},
    IdEntry{"folders.make", "Creates the folders for programs and configuration."},
    IdEntry{"folders.remove", "Removes folders that are empty."},
    IdEntry{"logs.hand-over", "Changes the owner of the logs to the administrator."},
    IdEntry{"logs.remove", "Removes the logs."},
    IdEntry{"logs.take-over", "Changes the owner of earlier logs to the service account."},
    IdEntry{"media.verify", "Reads all packages of the media (media verify)."},
    IdEntry{"others.keep", "Moves files of others away until the standby is removed."},
    IdEntry{"others.return", "Puts files of others back."},
    IdEntry{"packages.stage", "Verifies and unpacks packages into a hidden folder."},
    IdEntry{"pair.reserve", "Reserves the primary for this computer."},
    IdEntry{"receipt.forget", "Removes the receipt; from here the removal is not rolled back."},
    IdEntry{"receipt.record", "Records the receipt; from here the run is not rolled back."},
    IdEntry{"registry.remove", "Restores Windows' registry as before the installation."},
    IdEntry{"registry.write", "Writes values of Windows' registry."},
    IdEntry{"services.start", "Starts the services that may start after setup."},
    IdEntry{"services.stop", "Stops the services."},
    IdEntry{"standby.refresh", "Updates the registration of the standby in the database."},
    IdEntry{"standby.register", "Registers the standby in the database."},
    IdEntry{"standby.unregister", "Removes the standby from the database."},
    IdEntry{"units.install", "Registers the services with the service manager."},
    IdEntry{"units.remove", "Removes services from the service manager."},
};

static_assert(idsInOrder(steps));

} // namespace

std::span<const IdEntry> stepIds() {
    return steps;
}

} // namespace bes
