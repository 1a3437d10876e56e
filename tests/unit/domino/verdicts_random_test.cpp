// SPDX-License-Identifier: Apache-2.0
// Promises that hold for every combination of answers, tried on a few thousand random ones (always the same
// ones).

#include <random>
#include <set>

#include "unit/domino/domino_samples.hpp"

using namespace bes;
using namespace bes::domino;

namespace {

/// Those that the installation rests on.
const std::set<std::string> clusterIds{"domino.one-cluster", "domino.cluster-size", "domino.cluster-state",
                                       "domino.cluster-directory", "domino.cluster-replicator"};

class RandomAnswers {
public:
    explicit RandomAnswers(unsigned seed) : random_(seed) {}

    /// Of the sample's answers each is left, turned into a no or an unknown, or loses its value or reason.
    DominoFacts next() {
        DominoFacts facts = sampleDomino();
        for (const Question& question : allQuestions())
            visitReply(facts.replies, question, [this](auto& answer) { spoil(answer); });
        if (upTo(3) == 0)
            facts.replies.liveCluster.of(role()).value = LiveCluster{{}, {}, availability(), 0};
        if (upTo(3) == 0)
            facts.replies.serverDocument.of(role()).value = ServerDocument{};
        if (upTo(5) == 0)
            facts.primary = pick({"", "Mail01", "Mail11", "/", "CN="});
        if (upTo(5) == 0)
            facts.standby = pick({"", "Mail01/Acme", "mail11", "=", "O=Acme"});
        if (upTo(5) == 0)
            facts.library.clear();
        if (upTo(5) == 0)
            facts.probeEnded = "it was cancelled";
        return facts;
    }

    /// As next(), but no answer is a yes or a no.
    DominoFacts nextUnknown() {
        DominoFacts facts = next();
        for (const Question& question : allQuestions())
            visitReply(facts.replies, question, [](auto& answer) { answer.verdict = Verdict::unknown; });
        return facts;
    }

private:
    int upTo(int limit) { return std::uniform_int_distribution<int>(0, limit)(random_); }
    Role role() { return upTo(1) == 0 ? Role::primary : Role::standby; }
    Availability availability() { return static_cast<Availability>(upTo(2)); }
    std::string pick(const std::vector<std::string>& choices) {
        return choices[static_cast<std::size_t>(upTo(static_cast<int>(choices.size()) - 1))];
    }

    template<class T>
    void spoil(Reply<T>& answer) {
        answer.verdict = static_cast<Verdict>(upTo(2));
        answer.witness = static_cast<Witness>(upTo(2));
        if (upTo(3) == 0)
            answer.value = upTo(1) == 0 ? std::optional<T>() : std::optional<T>(T());
        answer.reason.reset();
        if (upTo(3) != 0)
            answer.reason = Reason{static_cast<ReasonClass>(upTo(11)), static_cast<std::uint16_t>(upTo(4096)),
                                   upTo(1) == 0, pick({"", "NSPingServer"}), pick({"So it is", "Not so"})};
    }

    std::mt19937 random_;
};

} // namespace

TEST_CASE("no combination of answers is too much, and every finding is in good form") {
    RandomAnswers random(1);
    for (int i = 0; i < 3000; ++i) {
        const DominoFacts facts = random.next();
        std::set<std::string> ids;
        for (const Finding& finding : verdicts(facts)) {
            checkForm(finding);
            INFO(finding.id);
            CHECK(ids.insert(finding.id).second);
        }
        for (const char* id : {"domino.asked", "domino.one-cluster", "domino.cluster-directory",
                               "domino.cluster-replicator", "domino.state-databases"})
            CHECK(ids.contains(id));
    }
}

TEST_CASE("unknown is not yes") {
    RandomAnswers random(2);
    for (int i = 0; i < 3000; ++i)
        for (const Finding& finding : verdicts(random.nextUnknown())) {
            INFO(textOf(finding));
            CHECK((finding.severity != Severity::passed || finding.id == "domino.asked" ||
                   finding.id == "domino.two-servers"));
            if (clusterIds.contains(finding.id)) {
                CHECK(finding.severity == Severity::blocker);
                CHECK(finding.acceptable);
            }
        }
}

TEST_CASE("a cluster that passes was told by both servers, whatever else is known") {
    RandomAnswers random(3);
    for (int i = 0; i < 3000; ++i) {
        const DominoFacts facts = random.next();
        const Replies& replies = facts.replies;
        const std::vector<Finding> found = findingsOf("domino.one-cluster", facts);
        REQUIRE(found.size() == 1);
        if (found.front().severity == Severity::blocker)
            continue;
        for (const Role role : {Role::primary, Role::standby}) {
            CHECK(replies.liveCluster.of(role).verdict == Verdict::yes);
            CHECK_FALSE((replies.liveCluster.of(role).witness == Witness::http &&
                         replies.reachability.of(role).verdict == Verdict::no));
        }
    }
}
