// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>

#include <QObject>

#include "domino/readiness.hpp"
#include "model/receipt.hpp"
#include "models/cluster_picture.hpp"

namespace bes::wizard {

/// How far Domino's replication to the standby is, in words.
struct ReplicationState {
    Severity severity = Severity::information;
    std::string headline; ///< whether the standby could take over
    std::string text;
    std::optional<Replication> replicas; ///< empty where that is not known
};
[[nodiscard]] ReplicationState replicationState(const domino::Readiness& readiness);

/// "187 of 250 state databases have a replica on the standby …", one or two sentences.
[[nodiscard]] std::string replicaCounts(const domino::StateReplicas& found);

/// Asks the Domino servers again and again, in a thread of its own, until every state database has its
/// replica or nobody wants to know any more.
class ReplicationWatch final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    /// Ends what is being asked and waits for it.
    ~ReplicationWatch() override;

    void start(const Receipt& receipt, const std::filesystem::path& root);
    /// Does not wait: what is being asked comes to its end alone.
    void stop();
    [[nodiscard]] bool watching() const { return threads_.contains(watch_); }

Q_SIGNALS:
    void told(const bes::wizard::ReplicationState& state);

private:
    std::uint64_t watch_ = 0; ///< number of the last one: what older ones say does not count any more
    std::map<std::uint64_t, std::jthread> threads_;
};

} // namespace bes::wizard
