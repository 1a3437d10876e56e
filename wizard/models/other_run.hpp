// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <stop_token>
#include <string>
#include <thread>

#include <QObject>

#include "model/finding.hpp"
#include "run_follower.hpp"

namespace bes::wizard {

/// A run that another process does, in words.
struct OtherRunWords {
    Severity severity = Severity::information;
    std::string headline;
    std::string text;
};
[[nodiscard]] OtherRunWords otherRunWords(const FollowedRun& now);

/// Looks at the run of another process again and again, in a thread of its own, until it ends or nobody wants
/// to know any more.
class OtherRunWatch final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    /// Waits for the look that goes on.
    ~OtherRunWatch() override;

    void start(const std::filesystem::path& root);
    void stop();
    [[nodiscard]] bool watching() const { return threads_.contains(watch_); }

Q_SIGNALS:
    /// When something has changed.
    void told(const bes::FollowedRun& now);
    void failed(const bes::Failure& why);

private:
    void watch(std::uint64_t number, const std::filesystem::path& root, const std::stop_token& stop);

    std::uint64_t watch_ = 0; ///< number of the last one: what older ones say does not count any more
    std::map<std::uint64_t, std::jthread> threads_;
};

} // namespace bes::wizard
