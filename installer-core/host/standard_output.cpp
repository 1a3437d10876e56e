// SPDX-License-Identifier: Apache-2.0
#include "host/standard_output.hpp"

#include <array>
#include <streambuf>

#include "host/interruption.hpp"
#include "host/raw_output.hpp"
#include "host/waiting_output.hpp"

namespace bes::host {
namespace {

/// Collects what is written until it is flushed.
class OutputBuffer final : public std::streambuf {
public:
    explicit OutputBuffer(int descriptor) : waiting_(WaitingOutput::of(descriptor)) { empty(); }

protected:
    int overflow(int next) override {
        if (sync() != 0)
            return traits_type::eof();
        return traits_type::eq_int_type(next, traits_type::eof()) ? traits_type::not_eof(next)
                                                                  : sputc(traits_type::to_char_type(next));
    }
    int sync() override {
        const std::string_view text(pbase(), static_cast<std::size_t>(pptr() - pbase()));
        const bool taken = waiting_.add(text);
        empty();
        return taken ? 0 : -1;
    }

private:
    void empty() { setp(buffer_.data(), buffer_.data() + buffer_.size()); }

    WaitingOutput& waiting_;
    std::array<char, 4096> buffer_{};
};

/// Lives as long as the process, as its descriptor does.
std::ostream& streamTo(int descriptor) {
    return *new std::ostream(new OutputBuffer(descriptor));
}

} // namespace

std::ostream& standardOutput() {
    static std::ostream& output = streamTo(standardOutputNumber);
    return output;
}

std::ostream& standardErrors() {
    static std::ostream& errors = []() -> std::ostream& {
        std::ostream& stream = streamTo(standardErrorNumber);
        stream.tie(&standardOutput()); // what was said before stands before it
        stream << std::unitbuf;
        return stream;
    }();
    return errors;
}

Result<void> deliverOutput() {
    standardOutput().flush();
    standardErrors().flush();
    endByItself();
    WaitingOutput& output = WaitingOutput::of(standardOutputNumber);
    const bool written = output.waitUntilWritten();
    WaitingOutput::of(standardErrorNumber).waitUntilWritten();
    if (const int error = output.error(); error != 0) {
        standardOutput().setstate(std::ios::badbit);
        if (nobodyReads(error))
            return fail(ExitCode::failed, "output.closed", "The output could not be written",
                        "the reader closed it", remedyForOutput(error));
        return fail(ExitCode::failed, "output.write", "The output could not be written", whyNotWritten(error),
                    remedyForOutput(error));
    }
    return written ? Result<void>() : fail(cancelled());
}

} // namespace bes::host
