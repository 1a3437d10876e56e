// SPDX-License-Identifier: Apache-2.0
#include "lines.hpp"

#include <utility>

namespace bes::probe {

using namespace domino;

Lines::Lines(host::PrivateOutput output, ProbeStart start) : output_(std::move(output)) {
    write(startLine(start));
    report_.start = std::move(start);
}

void Lines::nothingCanBeAnswered(const Reason& reason) {
    for (const Question& question : questions())
        answer(question, [&](ProbeReport& report) {
            visitReply(report, question,
                       [&]<class T>(Reply<T>& answer) { answer = Reply<T>::unknown(reason); });
        });
}

void Lines::end() {
    write(endLine(report_));
}

void Lines::write(const std::string& line) {
    if (!output_.writeLine(line))
        throw OutputGone();
}

} // namespace bes::probe
