// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <atomic>
#include <future>
#include <thread>

#include "detect/fact_of.hpp"
#include "detect/looks.hpp"
#include "host/accounts.hpp"
#include "host/digest.hpp"
#include "host/file_rights.hpp"
#include "host/files.hpp"
#include "host/registry_values.hpp"
#include "host/root.hpp"
#include "host/service_control.hpp"
#include "model/plan.hpp"

namespace bes::detect {
namespace {

class FileComparison {
public:
    FileComparison(const Request& request, const Receipt& receipt)
        : root_(request.root), editable_(editableFiles(receipt)), owned_(host::isAdministrator()) {}

    /// Empty: it is as it was installed.
    [[nodiscard]] std::optional<FileDifference> operator()(const InstalledFile& file) const {
        FileDifference difference{.path = file.path, .sentence = {}};
        const auto status = host::status(root_(file.path));
        if (!status)
            return FileDifference{.path = file.path, .content = true, .sentence = reasonOf(status.error())};
        if (const auto& found = *status) {
            difference.sentence = contentChange(file, *found);
            difference.content = !difference.sentence.empty();
            if (!difference.content)
                difference.sentence = rightsChange(file, *found);
            difference.rights = !difference.content && !difference.sentence.empty();
            if (isEditable(file) && difference.rights)
                return std::nullopt;
            difference.hasNewVersion = isEditable(file) && hasNewVersion(file);
        } else {
            difference.content = difference.missing = true;
            difference.sentence = "is missing";
        }
        return difference.sentence.empty() ? std::nullopt : std::optional(std::move(difference));
    }

private:
    [[nodiscard]] bool isEditable(const InstalledFile& file) const {
        return std::ranges::count(editable_, file.path) > 0;
    }
    /// The version that setup would put beside it is there.
    [[nodiscard]] bool hasNewVersion(const InstalledFile& file) const {
        return host::sha256OfFile(root_(newVersionOf(file.path))) == file.sha256;
    }
    [[nodiscard]] std::string contentChange(const InstalledFile& file, const host::FileStatus& found) const {
        if (found.type != file.type)
            return "is a " + std::string(toString(found.type)) + ", originally a " +
                   std::string(toString(file.type));
        if (file.type == FileType::symbolicLink && found.leadsTo != file.leadsTo)
            return "leads to " + found.leadsTo + ", originally " + file.leadsTo;
        if (file.type != FileType::regular)
            return {};
        if (found.size != file.size)
            return "was changed (" + std::to_string(found.size) + " bytes, originally " +
                   std::to_string(file.size) + ")";
        return host::sha256OfFile(root_(file.path)) == file.sha256 ? "" : "was changed";
    }
    [[nodiscard]] std::string rightsChange(const InstalledFile& file, const host::FileStatus& found) const {
        if (file.type != FileType::symbolicLink && !host::hasRights(found, file.rights))
            return "has the mode " + host::rightsOf(found).text() + ", originally " + file.rights.text();
        if (owned_ && !host::belongsToAdministrators(found))
            return "belongs to " + host::ownerText(found) + ", originally 0:0";
        return {};
    }

    host::Root root_;
    std::vector<std::string> editable_;
    bool owned_; ///< an administrator installed it, so that it belongs to root
};

/// Of a manager that keeps itself what it was told of services.
void addServices(std::vector<FileDifference>& differences, const Request& request, const Receipt& receipt) {
    const auto control = host::ServiceControl::open(host::Root(request.root));
    for (const ServiceDefinition& service : receipt.services.definitions) {
        const auto difference = control->difference(service);
        if (!difference || !difference->empty())
            differences.push_back({.path = service.key,
                                   .content = true,
                                   .sentence = difference ? *difference : reasonOf(difference.error())});
    }
}

void addRegistry(std::vector<FileDifference>& differences, const Receipt& receipt) {
    for (const RegistryValue& value : receipt.registry) {
        const auto difference = host::registryDifference(value);
        if (!difference || !difference->empty())
            differences.push_back({.path = shown(value),
                                   .content = true,
                                   .sentence = difference ? *difference : reasonOf(difference.error())});
    }
}

} // namespace

Fact<std::vector<FileDifference>> compareFiles(const Request& request, const Receipt& receipt) {
    const FileComparison compare(request, receipt);
    std::vector<std::optional<FileDifference>> results(receipt.files.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < results.size(); i = next++)
            results[i] = compare(receipt.files[i]);
    };
    std::vector<std::future<void>> workers;
    for (unsigned i = 0; i < std::clamp(std::thread::hardware_concurrency(), 2u, 8u); ++i)
        workers.push_back(std::async(std::launch::async, work));
    for (std::future<void>& worker : workers)
        worker.get();
    std::vector<FileDifference> differences;
    for (std::optional<FileDifference>& result : results)
        if (result)
            differences.push_back(std::move(*result));
    addServices(differences, request, receipt);
    addRegistry(differences, receipt);
    return differences;
}

} // namespace bes::detect
