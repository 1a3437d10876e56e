// SPDX-License-Identifier: Apache-2.0
#include "host/standard_output.hpp"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <streambuf>

#include "host/interruption.hpp"
#include "host/linux/system_failure.hpp"
#include "host/linux/waiting_output.hpp"

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

std::string whyNotWritten(int error) {
    return error == EBADF ? "it is closed, or open for reading only" : systemReason(error);
}

std::string remedyFor(int error) {
    switch (error) {
    case ENOSPC:
        return "Free space where the output goes, then run the command again.";
    case EDQUOT:
        return "Raise the quota of this account where the output goes, and run the command again.";
    case EFBIG:
        return "Raise the limit on the size of files (ulimit -f), and run the command again.";
    case EBADF:
        return "Send it to a file, a pipe or, if you don't need it, to /dev/null (>/dev/null).";
    default:
        return "Send the output elsewhere, then run the command again.";
    }
}

} // namespace

std::ostream& standardOutput() {
    static std::ostream& output = streamTo(STDOUT_FILENO);
    return output;
}

std::ostream& standardErrors() {
    static std::ostream& errors = []() -> std::ostream& {
        std::ostream& stream = streamTo(STDERR_FILENO);
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
    WaitingOutput& output = WaitingOutput::of(STDOUT_FILENO);
    const bool written = output.waitUntilWritten();
    WaitingOutput::of(STDERR_FILENO).waitUntilWritten();
    if (const int error = output.error(); error != 0) {
        standardOutput().setstate(std::ios::badbit);
        if (error == EPIPE)
            return fail(ExitCode::failed, "output.closed", "The output could not be written",
                        "the reader closed it", remedyFor(error));
        return fail(ExitCode::failed, "output.write", "The output could not be written", whyNotWritten(error),
                    remedyFor(error));
    }
    return written ? Result<void>() : fail(cancelled());
}

} // namespace bes::host
