// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "host/files.hpp"
#include "host/linux/account_files.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"
#include "text/settings_text.hpp"

namespace bes::host {
namespace {

std::string nameOf(const std::string& line) {
    return line.substr(0, line.find(':'));
}

AccountFile::Fields fieldsOf(const std::string& line) {
    AccountFile::Fields fields;
    std::size_t begin = 0;
    for (std::size_t colon = 0; colon != std::string::npos; begin = colon + 1) {
        colon = line.find(':', begin);
        fields.push_back(line.substr(begin, colon - begin));
    }
    return fields;
}

} // namespace

Result<AccountFile> AccountFile::read(std::filesystem::path path) {
    AccountFile file;
    file.path_ = std::move(path);
    for (const std::filesystem::path& entry : {file.path_.parent_path(), file.path_}) {
        TRY_ASSIGN(const auto found, host::status(entry));
        if (found && found->type == FileType::symbolicLink)
            return fail(ExitCode::failed, "file.access", "Can't use the account file " + utf8(file.path_),
                        utf8(entry) + " is a symbolic link, which can lead out of the root",
                        "Replace the link by the file itself");
        file.existed_ = found.has_value();
    }
    if (!file.existed_)
        return file;
    TRY_ASSIGN(file.before_, readFile(file.path_));
    std::istringstream lines(file.before_);
    for (std::string line; std::getline(lines, line);)
        file.lines_.push_back(line);
    return file;
}

std::optional<AccountFile::Fields> AccountFile::find(const std::string& name) const {
    const auto found = std::ranges::find(lines_, name, nameOf);
    return found == lines_.end() ? std::nullopt : std::optional(fieldsOf(*found));
}

bool AccountFile::anyHas(std::size_t field, const std::string& value) const {
    return std::ranges::any_of(lines_, [&](const std::string& line) {
        const Fields fields = fieldsOf(line);
        return field < fields.size() && fields[field] == value;
    });
}

void AccountFile::add(const Fields& fields) {
    std::string line;
    for (const std::string& field : fields) {
        if (field.find(':') != std::string::npos)
            throw std::invalid_argument("a colon in a field of " + utf8(path_));
        line += (&field == &fields.front() ? "" : ":") + std::string(fitForLine(utf8(path_), field));
    }
    const auto included = std::ranges::find_if(
        lines_, [](const std::string& other) { return other.starts_with('+') || other.starts_with('-'); });
    lines_.insert(included, line);
}

void AccountFile::remove(const std::string& name) {
    std::erase_if(lines_, [&](const std::string& line) { return nameOf(line) == name; });
}

Result<void> AccountFile::save(unsigned mode) const {
    std::string content;
    for (const std::string& line : lines_)
        content += line + '\n';
    if (!content.empty() && !before_.empty() && !before_.ends_with('\n'))
        content.pop_back(); // so that removing what was added gives the same bytes again
    if (content == before_)
        return {};
    return content.empty() ? removeFile(path_) : writeDurably(path_, content, mode, Keep::ownerAndMode);
}

Result<void> AccountFile::removeUnfinishedWrites() const {
    return host::removeUnfinishedWrites(path_);
}

} // namespace bes::host
