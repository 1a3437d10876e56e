// SPDX-License-Identifier: Apache-2.0
#include "host/windows/system_failure.hpp"

#include <memory>
#include <system_error>
#include <utility>

#include <windows.h>

#include "host/accounts.hpp"
#include "host/files.hpp"
#include "host/system_reason.hpp"
#include "host/windows/file_holders.hpp"
#include "host/windows/handle.hpp"
#include "host/windows/wide_text.hpp"
#include "text/lists.hpp"
#include "text/path_text.hpp"
#include "text/quantities.hpp"

namespace bes::host {
namespace {

std::string message(SystemError error, DWORD language) {
    wchar_t* text = nullptr;
    const DWORD size = ::FormatMessageW(FORMAT_MESSAGE_ALLOCATE_BUFFER | FORMAT_MESSAGE_FROM_SYSTEM |
                                            FORMAT_MESSAGE_IGNORE_INSERTS | FORMAT_MESSAGE_MAX_WIDTH_MASK,
                                        nullptr, error, language, reinterpret_cast<wchar_t*>(&text), 0,
                                        nullptr); // NOLINT: its own way to give a buffer
    const std::unique_ptr<wchar_t, LocalFreed> owner(text);
    std::string words = narrow({text, size});
    while (words.ends_with(' ') || words.ends_with('.') || words.ends_with('\n') || words.ends_with('\r'))
        words.pop_back();
    return words;
}

std::string lackOfSpace(SystemError error, const std::filesystem::path& path,
                        std::optional<std::uint64_t> neededBytes) {
    std::string why = systemReason(error);
    const auto room = host::space(path);
    if (!room)
        return why;
    why += neededBytes ? ": needs " + formatBytes(*neededBytes, Rounding::up) + ", " : ": ";
    return why + formatBytes(room->available, Rounding::down) + " free";
}

Failure accessFailure(SystemError error, std::string what, const std::filesystem::path& path) {
    if (!isAdministrator())
        return {ExitCode::privileges, "file.access", std::move(what), systemReason(error),
                "Run setup as an administrator, or give this account access to " + utf8(path)};
    return {ExitCode::failed, "file.access", std::move(what), systemReason(error),
            "Find what blocks even an administrator: the permissions of " + utf8(path) +
                " (icacls), its attribute Read-only, or a program that protects files"};
}

Failure inUse(SystemError error, std::string what, const std::filesystem::path& path) {
    const std::vector<std::string> holders = holdersOf(path);
    return {ExitCode::failed, "file.in-use", std::move(what),
            holders.empty() ? systemReason(error) : "It is open in " + listed(holders),
            "Close the program that uses " + utf8(path) + ", then run setup again"};
}

std::string remedyFor(SystemError error, const std::filesystem::path& path) {
    switch (error) {
    case ERROR_WRITE_PROTECT:
        return "Make the disk of " + utf8(path) + " writable, or choose another folder";
    case ERROR_FILE_NOT_FOUND:
    case ERROR_PATH_NOT_FOUND:
        return "Check the spelling of the path, and that its folder exists";
    case ERROR_DIRECTORY:
        return "A part of the path is a file where a folder is required: move that file away or choose "
               "another path";
    case ERROR_ALREADY_EXISTS:
    case ERROR_FILE_EXISTS:
    case ERROR_DIR_NOT_EMPTY:
        return "Move away what is already there, or choose another path";
    case ERROR_INVALID_NAME:
        return "Choose a name without the characters < > : \" | ? *";
    case ERROR_FILENAME_EXCED_RANGE:
        return "Choose a shorter path";
    case ERROR_NOT_SAME_DEVICE:
        return "Choose folders on the same drive";
    case ERROR_TOO_MANY_OPEN_FILES:
        return "Close other programs, then run setup again";
    case ERROR_CRC:
    case ERROR_IO_DEVICE:
        return "The disk reports errors: check the event log (System) before you write anything else";
    default:
        return "Resolve the cause, then run setup again";
    }
}

} // namespace

SystemError lastError() {
    return ::GetLastError();
}

std::string systemReason(SystemError error) {
    for (const DWORD language : {DWORD{MAKELANGID(LANG_ENGLISH, SUBLANG_ENGLISH_US)}, DWORD{0}})
        if (std::string words = message(error, language); !words.empty())
            return words;
    return "error " + std::to_string(error) + " of the system";
}

std::string systemReason(const std::error_code& error) {
    return error.category() == std::system_category() ? systemReason(static_cast<SystemError>(error.value()))
                                                      : error.message();
}

bool isAbsence(SystemError error) {
    return error == ERROR_FILE_NOT_FOUND || error == ERROR_PATH_NOT_FOUND || error == ERROR_BAD_NETPATH ||
           error == ERROR_BAD_NET_NAME;
}

bool isInUse(SystemError error) {
    constexpr SystemError deletePending = 303;
    return error == ERROR_SHARING_VIOLATION || error == ERROR_LOCK_VIOLATION ||
           error == ERROR_USER_MAPPED_FILE || error == deletePending;
}

Failure fileFailure(SystemError error, Access access, std::string what, const std::filesystem::path& path,
                    std::optional<std::uint64_t> neededBytes) {
    constexpr SystemError quotaExceeded = 1295; // ERROR_DISK_QUOTA_EXCEEDED, which older headers lack
    if (error == ERROR_NOT_ENOUGH_MEMORY || error == ERROR_OUTOFMEMORY || error == ERROR_NO_SYSTEM_RESOURCES)
        return {ExitCode::noMemory, "memory.none", std::move(what), systemReason(error),
                "Close other programs, then run setup again"};
    if (error == ERROR_DISK_FULL || error == ERROR_HANDLE_DISK_FULL || error == quotaExceeded)
        return {ExitCode::diskSpace, "file.no-space", std::move(what), lackOfSpace(error, path, neededBytes),
                "Free space on the drive of " + utf8(path) + ", then run setup again"};
    if (isInUse(error))
        return inUse(error, std::move(what), path);
    if (error == ERROR_ACCESS_DENIED || error == ERROR_PRIVILEGE_NOT_HELD)
        return accessFailure(error, std::move(what), path);
    return {ExitCode::failed, access == Access::reading ? "file.read" : "file.write", std::move(what),
            systemReason(error), remedyFor(error, path)};
}

Result<void> writeOutcome(SystemError error, const std::string& what, const std::filesystem::path& path) {
    if (error == 0)
        return {};
    return fail(fileFailure(error, Access::writing, what + " " + utf8(path), path));
}

} // namespace bes::host
