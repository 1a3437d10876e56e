// SPDX-License-Identifier: Apache-2.0
#include "model/domino/words.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

namespace bes::domino {
namespace {

template<class Enum>
using Word = std::pair<Enum, std::string_view>;

constexpr auto verdicts = std::to_array<Word<Verdict>>({
    {Verdict::yes, "yes"},
    {Verdict::no, "no"},
    {Verdict::unknown, "unknown"},
});

constexpr auto availabilities = std::to_array<Word<Availability>>({
    {Availability::available, "available"},
    {Availability::busy, "busy"},
    {Availability::restricted, "restricted"},
});

constexpr auto reasonClasses = std::to_array<Word<ReasonClass>>({
    {ReasonClass::unreachable, "unreachable"},
    {ReasonClass::noAccess, "no-access"},
    {ReasonClass::absent, "absent"},
    {ReasonClass::notClustered, "not-clustered"},
    {ReasonClass::unexpected, "unexpected"},
    {ReasonClass::otherServer, "other-server"},
    {ReasonClass::missingFunction, "missing-function"},
    {ReasonClass::library, "library"},
    {ReasonClass::account, "account"},
    {ReasonClass::noInstallation, "no-installation"},
    {ReasonClass::notAnswered, "not-answered"},
    {ReasonClass::notAsked, "not-asked"},
});

constexpr auto witnesses = std::to_array<Word<Witness>>({
    {Witness::notesApi, "notes-api"},
    {Witness::http, "http"},
    {Witness::pasted, "pasted"},
});

constexpr auto topics = std::to_array<Word<Topic>>({
    {Topic::identity, "identity"},
    {Topic::reachability, "reachability"},
    {Topic::version, "version"},
    {Topic::liveCluster, "live-cluster"},
    {Topic::clusterMates, "cluster-mates"},
    {Topic::serverDocument, "server-document"},
    {Topic::clusterDirectory, "cluster-directory"},
    {Topic::statistics, "statistics"},
    {Topic::serverTasks, "server-tasks"},
    {Topic::profiles, "profiles"},
    {Topic::stateFolder, "state-folder"},
    {Topic::stateReplicas, "state-replicas"},
    {Topic::stateFlags, "state-flags"},
    {Topic::directoryEntries, "directory-entries"},
    {Topic::queue, "queue"},
});

constexpr auto roles = std::to_array<Word<Role>>({
    {Role::primary, "primary"},
    {Role::standby, "standby"},
});

template<class Table, class Enum>
std::string_view wordOf(const Table& table, Enum value) {
    return std::ranges::find(table, value, &Word<Enum>::first)->second;
}

template<class Table, class Enum>
void valueOf(const Table& table, std::string_view word, Enum& value) {
    const auto found = std::ranges::find(table, word, &Word<Enum>::second);
    if (found == table.end())
        throw std::invalid_argument("\"" + std::string(word) + "\" is no word of the protocol");
    value = found->first;
}

} // namespace

std::string_view toWord(Verdict verdict) {
    return wordOf(verdicts, verdict);
}

std::string_view toWord(Availability availability) {
    return wordOf(availabilities, availability);
}

std::string_view toWord(ReasonClass kind) {
    return wordOf(reasonClasses, kind);
}

std::string_view toWord(Witness witness) {
    return wordOf(witnesses, witness);
}

std::string_view toWord(Topic topic) {
    return wordOf(topics, topic);
}

std::string_view toWord(Role role) {
    return wordOf(roles, role);
}

void fromWord(std::string_view word, Verdict& verdict) {
    valueOf(verdicts, word, verdict);
}

void fromWord(std::string_view word, Availability& availability) {
    valueOf(availabilities, word, availability);
}

void fromWord(std::string_view word, ReasonClass& kind) {
    valueOf(reasonClasses, word, kind);
}

void fromWord(std::string_view word, Witness& witness) {
    valueOf(witnesses, word, witness);
}

void fromWord(std::string_view word, Topic& topic) {
    valueOf(topics, word, topic);
}

void fromWord(std::string_view word, Role& role) {
    valueOf(roles, word, role);
}

bool isAboutOneServer(Topic topic) {
    switch (topic) {
    case Topic::identity:
    case Topic::clusterMates:
    case Topic::stateReplicas:
    case Topic::directoryEntries:
        return false;
    default:
        return true;
    }
}

std::vector<Question> allQuestions() {
    std::vector<Question> questions;
    for (const Topic topic : allTopics())
        if (isAboutOneServer(topic))
            questions.insert(questions.end(), {{topic, Role::primary}, {topic, Role::standby}});
        else
            questions.push_back({topic, std::nullopt});
    return questions;
}

std::string describe(const Question& question) {
    std::string text(toString(question.topic));
    if (question.server)
        text.append(" of the ").append(toWord(*question.server));
    return text;
}

const std::vector<Topic>& allTopics() {
    static const std::vector<Topic> all = [] {
        std::vector<Topic> list;
        for (const auto& [topic, word] : topics)
            list.push_back(topic);
        return list;
    }();
    return all;
}

std::string_view toString(Topic topic) {
    return toWord(topic);
}

std::optional<Topic> topicFromText(std::string_view text) {
    const auto found = std::ranges::find(topics, text, &Word<Topic>::second);
    return found == topics.end() ? std::nullopt : std::optional(found->first);
}

} // namespace bes::domino
