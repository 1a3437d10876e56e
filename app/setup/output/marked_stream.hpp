// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <streambuf>
#include <string>

namespace bes::app {

/// Hands on what is written, each line after a mark: also those that are drawn anew after a carriage return.
/// Escape sequences at the beginning of a line, such as the one that clears it, stay before the mark.
class MarkingBuffer final : public std::streambuf {
public:
    MarkingBuffer(std::ostream& under, std::string mark) : under_(under), mark_(std::move(mark)) {}

private:
    int_type overflow(int_type c) override;
    int sync() override;

    enum class At { beginning, escape, sequence, text };

    std::ostream& under_;
    std::string mark_;
    At at_ = At::beginning;
};

class MarkedStream final : public std::ostream {
public:
    MarkedStream(std::ostream& under, std::string mark)
        : std::ostream(nullptr), buffer_(under, std::move(mark)) {
        rdbuf(&buffer_);
    }

private:
    MarkingBuffer buffer_;
};

} // namespace bes::app
