// SPDX-License-Identifier: Apache-2.0
#include "journal/public_receipt.hpp"

#include <algorithm>
#include <exception>

#include "host/accounts.hpp"
#include "host/entry.hpp"
#include "host/file_rights.hpp"
#include "host/files.hpp"
#include "host/folder_entries.hpp"
#include "host/others_write.hpp"
#include "host/reached.hpp"
#include "host/root.hpp"
#include "model/foreign_json.hpp"
#include "model/places.hpp"
#include "model/system_words.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"

namespace bes::journal {
namespace {

constexpr unsigned folderMode = 0755;
constexpr unsigned fileMode = 0644;

constexpr auto repairCommand = "bes-standby-setup repair";

std::string repairText(const std::string& repair) {
    return repair + " the standby as " + administratorOf(host::thisSystem()) + ": this writes the file again";
}

Failure about(const std::filesystem::path& file, std::string what, std::string why, Remedy remedy) {
    return {ExitCode::failed,
            "receipt.public",
            "The readable copy of the receipt " + utf8(file) + ' ' + what,
            std::move(why),
            std::move(remedy.text),
            std::move(remedy.answers),
            std::move(remedy.command)};
}

/// A link in the place of its folder is not followed.
std::filesystem::path placeIn(const host::Root& root) {
    const std::filesystem::path file = publicReceiptFile();
    return root(file.parent_path()) / file.filename();
}

/// Where a password is kept, or how it is sealed, is nobody else's business.
std::string textFor(Receipt receipt) {
    receipt.request.database.password = {};
    receipt.request.domino.httpPassword = {};
    return toJson(receipt).dump(1) + '\n';
}

/// "/var/lib/bes-standby is a symbolic link": what stands where the copy's folder goes is not setup's, and is
/// neither followed nor changed. Empty: there is a folder, or nothing.
std::string insteadOfFolder(const std::filesystem::path& folder) {
    const auto there = host::entryAt(folder);
    if (!there || !*there || (*there)->folder())
        return {};
    return utf8(folder) + " is a " + std::string(toString((*there)->appearance.type));
}

/// An empty folder that only its owner may enter: the making of it was cut off (host::makeFolder).
bool isHalfMade(const std::filesystem::path& folder, const host::FileStatus& found) {
    const auto entries = host::entriesIn(folder);
    return found.mode == (folderMode & 0700U) && host::ownAccounts().contains(found.user) && entries &&
           entries->empty();
}

/// The mode of one that is there is somebody's choice, and stays.
Result<void> prepareFolder(const std::filesystem::path& folder) {
    TRY_ASSIGN(const auto found, host::status(folder));
    if (!found)
        return host::makeFolders(folder, folderMode);
    return isHalfMade(folder, *found) ? host::setMode(folder, folderMode) : Result<void>();
}

Result<void> takeAway(const std::filesystem::path& file) {
    return host::removeUnfinishedWrites(file).and_then([&] { return host::removeFile(file); }).and_then([&] {
        return host::removeEmptyFolder(file.parent_path());
    });
}

/// There is a folder that has nothing but files that a killed write left, or is empty.
bool holdsOnlyUnfinished(const std::filesystem::path& file) {
    const auto entries = host::entriesIn(file.parent_path());
    return host::leadsToFolder(file.parent_path()) && entries &&
           std::ranges::all_of(*entries, [](const host::FolderEntry& entry) {
               return utf8(entry.path.filename()).find(".bes-unfinished-") != std::string::npos;
           });
}

/// An image belongs to the person who works with it.
host::Accounts believed(const host::Root& root) {
    host::Accounts accounts = host::ownAccounts();
    if (const auto found = host::status(root.folder()); found && *found && !host::isAdministrator())
        accounts.insert((*found)->user);
    return accounts;
}

} // namespace

std::filesystem::path publicReceiptFile() {
    return places::ownPlaces(host::thisSystem()).publicReceipt;
}

Result<void> writePublicReceipt(const host::Root& root, const std::optional<Receipt>& receipt) {
    const std::filesystem::path file = placeIn(root);
    if (isPublished(root, receipt))
        return {};
    if (std::string other = insteadOfFolder(file.parent_path()); !other.empty())
        return fail(about(file, "is not written", std::move(other),
                          {"Move that away, then repair the standby", {}, repairCommand}));
    if (auto own =
            host::expectNoOtherWriter(file, host::ownAccounts(), about(file, "is not written", "", ""));
        !own)
        return own;
    auto done = !receipt
                    ? takeAway(file)
                    : prepareFolder(file.parent_path())
                          .and_then([&] { return host::removeUnfinishedWrites(file); })
                          .and_then([&] { return host::writeDurably(file, textFor(*receipt), fileMode); });
    return done ? done : fail(about(file, "is not written", done.error().why, done.error().remedy));
}

bool isPublished(const host::Root& root, const std::optional<Receipt>& receipt) {
    const std::filesystem::path file = placeIn(root);
    if (!insteadOfFolder(file.parent_path()).empty())
        return !receipt;
    const auto found = host::status(file);
    if (!found || found->has_value() != receipt.has_value())
        return false;
    if (!receipt) // nor what a write left that was killed
        return !holdsOnlyUnfinished(file);
    const auto text = host::readFile(file);
    return (*found)->type == FileType::regular && host::hasRights(**found, Rights::ofMode(fileMode)) &&
           text && *text == textFor(*receipt);
}

Result<std::optional<Receipt>> publicReceipt(const host::Root& root) {
    const std::filesystem::path file = placeIn(root);
    if (std::string other = insteadOfFolder(file.parent_path()); !other.empty())
        return fail(about(file, "can't be read", std::move(other),
                          {"Move that away, then " + repairText("repair"), {}, repairCommand}));
    const auto found = host::status(file);
    if (!found)
        return fail(about(file, "can't be read", found.error().why, found.error().remedy));
    if (!*found)
        return std::nullopt;
    if (const auto other = host::otherWriter(file, believed(root));
        other && other->reach != host::OtherWriter::Reach::unknown)
        return fail(about(file, "is not trusted", describe(*other), remedyOf(*other)));
    const auto text = host::readFile(file);
    if (!text)
        return fail(about(file, "can't be read", text.error().why, text.error().remedy));
    try {
        return std::optional(receiptFromJson(parseForeignJson(*text)));
    } catch (const std::exception& error) {
        return fail(about(file, "is damaged", error.what(), {repairText("Repair"), {}, repairCommand}));
    }
}

} // namespace bes::journal
