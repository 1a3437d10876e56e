// SPDX-License-Identifier: Apache-2.0
#include "media/trust_store.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <new>
#include <string_view>
#include <system_error>

#include "host/files.hpp"
#include "host/others_write.hpp"

namespace bes::media {
namespace {

constexpr std::uint64_t largestFile = std::uint64_t{4} << 20U;

/// Whom root trusts is not for others to say. Empty: nobody else can.
std::string whoElseWrites(const std::filesystem::path& path) {
    const auto own = host::expectNoOtherWriter(path, host::ownAndCallingAccounts(),
                                               {ExitCode::media, "media.trust", "", "", ""});
    return own ? "" : own.error().why + " (" + own.error().remedy + ")";
}

void addFile(TrustStore& trust, const std::filesystem::path& file) {
    const auto pem = host::readFile(file, largestFile);
    if (!pem) {
        trust.problems.push_back("the trusted certificate " + file.string() +
                                 " can't be read: " + pem.error().why);
        return;
    }
    const auto certificates = readCertificates(*pem);
    if (certificates.empty())
        trust.problems.push_back(file.string() + " has no readable certificate in PEM");
    for (const Certificate& certificate : certificates)
        if (X509_STORE_add_cert(trust.certificates.get(), certificate.get()) == 1)
            ++trust.count;
}

bool isNamedLikeCertificate(const std::filesystem::path& file) {
    constexpr std::array<std::string_view, 3> extensions{".pem", ".crt", ".cer"};
    return std::ranges::find(extensions, file.extension().string()) != extensions.end();
}

void addFolder(TrustStore& trust, const std::filesystem::path& folder) {
    std::error_code error;
    std::vector<std::filesystem::path> files;
    for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error))
        if (isNamedLikeCertificate(entry->path()))
            files.push_back(entry->path());
    if (error)
        trust.problems.push_back("the trust folder " + folder.string() +
                                 " can't be read: " + error.message());
    std::ranges::sort(files);
    for (const std::filesystem::path& file : files)
        if (const auto others = whoElseWrites(file); others.empty())
            addFile(trust, file);
        else
            trust.problems.push_back("the trusted certificate " + file.string() + " is ignored: " + others);
}

} // namespace

TrustStore loadTrust(const std::vector<std::filesystem::path>& paths) {
    TrustStore trust{CertificateStore(X509_STORE_new()), 0, {}};
    if (!trust.certificates)
        throw std::bad_alloc();
    for (const std::filesystem::path& path : paths) {
        if (const auto others = whoElseWrites(path); !others.empty()) {
            trust.problems.push_back("the trusted certificates at " + path.string() +
                                     " are ignored: " + others);
            continue;
        }
        std::error_code error;
        const auto status = std::filesystem::status(path, error);
        if (!std::filesystem::exists(status))
            trust.problems.push_back("there are no trusted certificates in " + path.string() + ": " +
                                     (error ? error.message() : "the folder does not exist"));
        else if (std::filesystem::is_directory(status))
            addFolder(trust, path);
        else
            addFile(trust, path);
    }
    return trust;
}

} // namespace bes::media
