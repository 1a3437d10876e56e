// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

#include "model/exit_code.hpp"
#include "model/remedy.hpp"

namespace bes {

/// Something that a person can act on went wrong. Bugs are exceptions, never a Failure.
struct Failure {
    ExitCode code = ExitCode::failed;
    std::string id;     ///< stable, dotted, e.g. "media.signature"; shown in output and documented
    std::string what;   ///< what could not be done, one sentence without full stop
    std::string why;    ///< the reason, with the system's own words where it has any
    std::string remedy; ///< what to do about it (Remedy::text)
    std::vector<NamedAnswer> answers{}; ///< of the remedy, as is the command
    std::string command{};
    bool byRights = false; ///< the account has no right to it: another account could do it

    bool operator==(const Failure&) const = default;
};

template<class T>
using Result = tl::expected<T, Failure>;

[[nodiscard]] inline tl::unexpected<Failure> fail(ExitCode code, std::string id, std::string what,
                                                  std::string why, Remedy remedy) {
    return tl::unexpected<Failure>(Failure{code, std::move(id), std::move(what), std::move(why),
                                           std::move(remedy.text), std::move(remedy.answers),
                                           std::move(remedy.command)});
}

[[nodiscard]] inline Remedy remedyOf(const Failure& failure) {
    return {failure.remedy, failure.answers, failure.command};
}

/// What to do becomes this, with its answers and its command: nothing of the one before stays.
inline void setRemedy(Failure& failure, Remedy remedy) {
    failure.remedy = std::move(remedy.text);
    failure.answers = std::move(remedy.answers);
    failure.command = std::move(remedy.command);
}

/// Hands a Failure on from a function that returns another Result type.
[[nodiscard]] inline tl::unexpected<Failure> fail(Failure failure) {
    return tl::unexpected<Failure>(std::move(failure));
}

} // namespace bes
