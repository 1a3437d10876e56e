// SPDX-License-Identifier: Apache-2.0
#include "detect/fact_of.hpp"
#include "detect/looks.hpp"
#include "detect/sign_of_standby.hpp"
#include "host/file_rights.hpp"
#include "host/files.hpp"
#include "host/root.hpp"
#include "journal/journal.hpp"
#include "journal/public_receipt.hpp"
#include "model/system_words.hpp"
#include "text/path_text.hpp"

namespace bes::detect {
namespace {

/// Files that the administrator edits after the installation: only that they are gone is damage.
bool isConfiguration(const InstalledFile& file, const Request& request) {
    const auto relative = pathOf(file.path).lexically_relative(request.configurationFolder);
    return !relative.empty() && *relative.begin() != "..";
}

/// What differs of a file that is there; empty: nothing that can be seen without reading it.
std::string changeOf(const InstalledFile& file, const host::FileStatus& found) {
    if (found.type != file.type)
        return " is a " + std::string(toString(found.type)) + ", originally a " +
               std::string(toString(file.type));
    if (file.type == FileType::regular && found.size != file.size)
        return " was changed (" + std::to_string(found.size) + " bytes, originally " +
               std::to_string(file.size) + ")";
    if (file.type != FileType::symbolicLink && !host::hasRights(found, file.rights))
        return " has the mode " + host::rightsOf(found).text() + ", originally " + file.rights.text();
    return {};
}

/// Empty: there is none.
std::string damageOf(const InstalledFile& file, const host::Root& root, const Request& request) {
    const auto status = host::status(root(file.path));
    if (!status)
        return reasonOf(status.error());
    const std::optional<host::FileStatus>& found = *status;
    if (!found)
        return file.path + " is missing";
    const std::string change = changeOf(file, *found);
    if (change.empty() || (found->type == file.type && isConfiguration(file, request)))
        return {};
    return file.path + change;
}

InstalledState compare(Receipt receipt, const host::Root& root) {
    InstalledState installed;
    for (const InstalledFile& file : receipt.files)
        if (std::string damage = damageOf(file, root, receipt.request); !damage.empty())
            installed.damage.push_back(std::move(damage));
    installed.receipt = std::move(receipt);
    return installed;
}

Past unknownPast(const Failure& failure) {
    return {unknownFor<std::optional<InstalledState>>(failure),
            unknownFor<std::optional<UnfinishedRun>>(failure)};
}

/// For an account that may not see the journal: what everybody may.
Past publicPast(const host::Root& root) {
    auto receipt = journal::publicReceipt(root);
    Past past = receipt ? Past() : unknownPast(receipt.error());
    past.fromPublicReceipt = true;
    if (!receipt)
        return past;
    const std::string administrator = administratorOf(host::thisSystem());
    past.unfinishedRun = Fact<std::optional<UnfinishedRun>>::unknown("only " + administrator +
                                                                     " may read the journal of setup");
    if (*receipt) {
        past.installed = std::optional(compare(std::move(**receipt), root));
        return past;
    }
    const std::string sign = signOfStandby(root);
    if (sign.empty()) {
        past.installed = std::optional<InstalledState>();
        return past;
    }
    past.installed = Fact<std::optional<InstalledState>>::unknown(
        sign + " is there, but no " + utf8(root(journal::publicReceiptFile())) +
            ", which is readable for everyone; only " + administrator + " can read the journal of setup",
        runAsAdministrator(host::thisSystem()) +
            ". If a standby is installed, a repair writes that file again");
    return past;
}

} // namespace

Past lookAtJournal(const Request& request) {
    const host::Root root(request.root);
    auto opened = journal::Journal::openExisting(root);
    if (!opened)
        return opened.error().id == "state.private" ? publicPast(root) : unknownPast(opened.error());
    std::optional<journal::Journal>& journal = *opened;
    if (!journal)
        return {std::optional<InstalledState>(), std::optional<UnfinishedRun>(), false};

    Past past;
    past.unfinishedRun = factOf(journal->unfinishedRun());
    const auto committed = journal->committedRun();
    past.settled = committed && !*committed;
    if (const auto removed = journal->removedReceipt(); removed && *removed)
        past.removedLogs = (*removed)->request.logFolder;
    auto receipt = journal->receipt();
    if (!receipt) {
        past.installed = unknownFor<std::optional<InstalledState>>(receipt.error());
    } else if (std::optional<Receipt>& installed = *receipt) {
        past.installed = std::optional(compare(std::move(*installed), root));
    } else {
        past.installed = std::optional<InstalledState>();
    }
    return past;
}

} // namespace bes::detect
