// SPDX-License-Identifier: Apache-2.0
#include "apply/as_made.hpp"

#include <algorithm>
#include <optional>

#include "host/digest.hpp"
#include "host/files.hpp"

namespace bes::apply {
namespace {

std::optional<InstalledFile> published(const PublishFiles& act, const std::string& path) {
    const auto file = std::ranges::find(act.files, path, &InstalledFile::path);
    if (file != act.files.end())
        return *file;
    const auto beside = std::ranges::find_if(
        act.beside, [&](const InstalledFile& edited) { return newVersionOf(edited.path) == path; });
    return beside == act.beside.end() ? std::nullopt : std::optional(*beside);
}

std::optional<InstalledFile> written(const std::vector<TextFile>& files, const std::string& path) {
    const auto file = std::ranges::find_if(files, [&](const TextFile& text) { return text.path == path; });
    if (file == files.end())
        return std::nullopt;
    return InstalledFile{path, FileType::regular, file->mode, file->content.size(),
                         host::sha256Hex(file->content)};
}

/// Empty: the step makes no such file, or what it makes is not known by its content.
std::optional<InstalledFile> fileOf(const Step& step, const std::string& path) {
    if (const auto* act = std::get_if<PublishFiles>(&step.action))
        return published(*act, path);
    if (const auto* act = std::get_if<WriteConfiguration>(&step.action))
        return written(act->files, path);
    if (const auto* act = std::get_if<InstallUnits>(&step.action))
        return written(act->units, path);
    return std::nullopt;
}

} // namespace

bool isAsMade(const Step& step, const std::filesystem::path& path, const host::Root& root) {
    const auto made = fileOf(step, path.string());
    const auto status = host::status(root(path));
    if (!made || !status || !*status)
        return true;
    const host::FileStatus& found = **status;
    if (found.type != made->type)
        return false;
    if (made->type == FileType::symbolicLink)
        return found.target == made->target;
    return found.size == made->size && host::sha256OfFile(root(path)) == made->sha256;
}

} // namespace bes::apply
