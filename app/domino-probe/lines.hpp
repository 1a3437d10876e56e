// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>

#include "domino/probe_protocol.hpp"
#include "host/own_process.hpp"

namespace bes::probe {

/// Nobody reads any more, or the disk is full: there is no sense in asking on.
class OutputGone : public std::runtime_error {
public:
    OutputGone() : std::runtime_error("The answers can't be written to the standard output") {}
};

/// The answers, each written as a line as soon as it is there. What the runtime prints can't come between.
class Lines {
public:
    /// Writes the first line.
    Lines(host::PrivateOutput output, domino::ProbeStart start);

    [[nodiscard]] const std::vector<domino::Question>& questions() const { return report_.start->questions; }
    /// Takes the answer from `answer`, which is called with the report to fill.
    template<class Give>
    void answer(const domino::Question& question, Give give) {
        give(report_);
        report_.answered.push_back(question);
        write(domino::answerLine(report_, question));
    }
    /// Answers all that is open.
    void nothingCanBeAnswered(const domino::Reason& reason);
    /// The last line.
    void end();

private:
    void write(const std::string& line);

    host::PrivateOutput output_;
    domino::ProbeReport report_;
};

} // namespace bes::probe
