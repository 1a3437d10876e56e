#include "journal/public_receipt.hpp"

#include <exception>

#include "host/accounts.hpp"
#include "host/files.hpp"
#include "host/others_write.hpp"
#include "model/foreign_json.hpp"

namespace bes::journal {
namespace {

constexpr unsigned folderMode = 0755;
constexpr unsigned fileMode = 0644;

Failure about(const std::filesystem::path& file, std::string what, std::string why, std::string remedy) {
    return {ExitCode::failed, "receipt.public",
            "The readable copy of the receipt " + file.string() + ' ' + what, std::move(why),
            std::move(remedy)};
}

/// Where a password is kept, or how it is sealed, is nobody else's business.
std::string textFor(Receipt receipt) {
    receipt.request.database.password = {};
    receipt.request.domino.httpPassword = {};
    return toJson(receipt).dump(1) + '\n';
}

/// Setup's own folder: the mode of one that is there counts only where it keeps others from reading.
Result<void> prepareFolder(const std::filesystem::path& folder) {
    const auto found = host::status(folder);
    if (!found)
        return fail(found.error());
    if (!*found)
        return host::makeFolders(folder, folderMode);
    return (*found)->mode == folderMode ? Result<void>() : host::setMode(folder, folderMode);
}

Result<void> takeAway(const std::filesystem::path& file) {
    return host::removeUnfinishedWrites(file).and_then([&] { return host::removeFile(file); }).and_then([&] {
        return host::removeEmptyFolder(file.parent_path());
    });
}

/// The folder has nothing but files that a killed write left, or is empty.
bool holdsOnlyUnfinished(const std::filesystem::path& file) {
    std::error_code error;
    for (std::filesystem::directory_iterator entry(file.parent_path(), error), end; !error && entry != end;
         entry.increment(error))
        if (entry->path().filename().string().find(".bes-unfinished-") == std::string::npos)
            return false;
    return !error;
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
    return "/var/lib/bes-standby/receipt.json";
}

Result<void> publishReceipt(const host::Root& root, const std::optional<Receipt>& receipt) {
    const std::filesystem::path file = root(publicReceiptFile());
    if (isPublished(root, receipt))
        return {};
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
    const std::filesystem::path file = root(publicReceiptFile());
    const auto found = host::status(file);
    if (!found || found->has_value() != receipt.has_value())
        return false;
    if (!receipt) // nor what a write left that was killed
        return !holdsOnlyUnfinished(file);
    const auto text = host::readFile(file);
    return (*found)->type == FileType::regular && (*found)->mode == fileMode && text &&
           *text == textFor(*receipt);
}

Result<std::optional<Receipt>> publicReceipt(const host::Root& root) {
    const std::filesystem::path file = root(publicReceiptFile());
    const auto found = host::status(file);
    if (!found)
        return fail(about(file, "can't be read", found.error().why, found.error().remedy));
    if (!*found)
        return std::nullopt;
    if (const auto other = host::otherWriter(file, believed(root));
        other && other->reach != host::OtherWriter::Reach::unknown)
        return fail(about(file, "can't be relied on", describe(*other), remedyOf(*other)));
    const auto text = host::readFile(file);
    if (!text)
        return fail(about(file, "can't be read", text.error().why, text.error().remedy));
    try {
        return std::optional(receiptFromJson(parseForeignJson(*text)));
    } catch (const std::exception& error) {
        return fail(about(file, "is damaged", error.what(),
                          "Run bes-standby-setup repair as root: it writes it anew."));
    }
}

} // namespace bes::journal
