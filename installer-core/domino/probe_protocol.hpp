// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/domino/questions.hpp"
#include "model/failure.hpp"

namespace bes::domino {

// The probe writes JSON Lines: first a ProbeStart, then one line for each question as soon as it is answered,
// last a line that says that the probe came to its end. What is missing after a crash, a hang or a kill is
// seen by comparing with the questions of the first line.

inline constexpr std::string_view probeFormat = "bes-standby-setup.domino-probe";
inline constexpr int probeFormatVersion = 1;

/// What the probe is going to do.
struct ProbeStart {
    std::string programFolder; ///< of the Domino server, empty where none was found; as the next two
    std::string notesIni;
    std::string folder;  ///< its data folder
    std::string account; ///< which the probe works under
    std::string primary; ///< names as they were given
    std::string own;     ///< empty: that of the current ID
    std::vector<Question> questions;

    bool operator==(const ProbeStart&) const = default;
};

/// All that the probe said.
struct ProbeReport : Replies {
    std::optional<ProbeStart> start;
    std::vector<Question> answered; ///< in the order in which the lines came
    bool complete = false;          ///< the last line came

    bool operator==(const ProbeReport&) const = default;
};

/// The question that was being asked when the probe ended; empty when it came to its end or never began.
[[nodiscard]] std::optional<Question> interruptedAt(const ProbeReport& report);

// The lines, each without line break. What is not UTF-8 in a text is replaced by U+FFFD.
[[nodiscard]] std::string startLine(const ProbeStart& start);
[[nodiscard]] std::string answerLine(const ProbeReport& report, const Question& question);
[[nodiscard]] std::string endLine(const ProbeReport& report);

/// Takes one line into the report. Failure domino.probe-output for what is no line of this protocol version;
/// the report then is as before.
[[nodiscard]] Result<void> readLine(std::string_view line, ProbeReport& report);

/// Seconds as the options of the probe take them, "0.250": with a point in every locale.
[[nodiscard]] std::string secondsOf(std::chrono::milliseconds time);

/// A number as a server writes it, with or without separators of thousands: "1,234" and "1 234" are 1234,
/// "0,25" and "0.25" a quarter. Empty where it is none.
[[nodiscard]] std::optional<double> statisticNumber(std::string_view text);

} // namespace bes::domino
