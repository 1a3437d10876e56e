// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "fuzz.hpp"
#include "host/files.hpp"
#include "host/linux/account_files.hpp"

namespace bes::fuzz {
namespace {

constexpr std::string_view separator = "\n%%\n"; ///< between passwd, group, shadow and gshadow
constexpr std::array names{"etc/passwd", "etc/group", "etc/shadow", "etc/gshadow"};
const std::string account = "bes";

using Contents = std::array<std::optional<std::string>, names.size()>;

Contents contentsOf(std::string_view input) {
    Contents contents;
    for (auto& content : contents) {
        const std::size_t end = std::min(input.find(separator), input.size());
        if (end > 0)
            content = std::string(input.substr(0, end));
        input.remove_prefix(std::min(end + separator.size(), input.size()));
    }
    return contents;
}

Contents onDisk() {
    Contents contents;
    for (std::size_t i = 0; i < names.size(); ++i)
        if (auto text = host::readFile(scratchFolder() / names.at(i)))
            contents.at(i) = std::move(*text);
    return contents;
}

void write(const Contents& contents) {
    std::filesystem::create_directory(scratchFolder() / "etc");
    for (std::size_t i = 0; i < names.size(); ++i) {
        std::filesystem::remove(scratchFolder() / names.at(i));
        if (contents.at(i))
            (void)scratchFile(names.at(i), *contents.at(i));
    }
}

std::optional<host::AccountFile::Fields> lineOf(const char* name) {
    const auto file = host::AccountFile::read(scratchFolder() / name);
    require(file.has_value(), "an account file can be read");
    return file->find(account);
}

} // namespace

/// An account that is made in the files of an image and removed again leaves them as they were.
void tryInput(std::string_view input) {
    const Contents before = contentsOf(input);
    write(before);
    const host::Root root(scratchFolder());
    const bool wasThere = lineOf(names[0]).has_value();
    const auto ids = host::findAccount(root, account);
    if (!ids)
        requireShowable(ids.error());
    if (const auto added = host::addToAccountFiles(root, account, "/opt/bes-standby"); !added) {
        requireShowable(added.error());
        require(onDisk() == before, "what was refused changed nothing");
        return;
    }
    if (wasThere) {
        require(onDisk() == before, "an account that is there stays as it is");
        return;
    }
    const auto made = host::findAccount(root, account);
    require(made && *made && (*made)->user >= 100 && (*made)->user <= 999, "the account is a system account");
    require(host::removeFromAccountFiles(root, account).has_value(), "the account can be removed");
    require(onDisk() == before, "the files are as they were", input);
}

} // namespace bes::fuzz
