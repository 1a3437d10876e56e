// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <stop_token>
#include <thread>
#include <vector>

#include <QObject>

#include "models/packages_read.hpp"

namespace bes::wizard {

/// Reads every package of the media in a thread of its own, so that a damaged one is known before the
/// installation begins.
class PackageCheck final : public QObject {
    Q_OBJECT
public:
    explicit PackageCheck(QObject* parent = nullptr) : QObject(parent) {}

    /// Begins anew where this is not the media that is being read, or was.
    void follow(const std::filesystem::path& folder, const MediaContents& media);
    /// What was read counts no more: the next follow() reads again.
    void forget();
    [[nodiscard]] const PackagesRead& read() const { return read_; }

Q_SIGNALS:
    void advanced();

private:
    void readAll(const std::filesystem::path& folder, const MediaManifest& manifest, PackagesRead read,
                 const std::stop_token& stop);
    void take(const PackagesRead& read);

    PackagesRead read_;
    std::filesystem::path folder_;
    std::vector<std::jthread>
        threads_; ///< all but the last were told to stop; joined at the end, for a dead disk answers late
};

} // namespace bes::wizard
