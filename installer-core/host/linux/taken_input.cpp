// SPDX-License-Identifier: Apache-2.0
#include "host/taken_input.hpp"

#include <unistd.h>

#include <cerrno>

#include <openssl/crypto.h>

namespace bes::host {

TakenInput::~TakenInput() {
    OPENSSL_cleanse(buffer_.data(), buffer_.size());
}

void TakenInput::overwriteTaken() {
    if (gptr() != eback())
        OPENSSL_cleanse(eback(), static_cast<std::size_t>(gptr() - eback()));
}

TakenInput::int_type TakenInput::underflow() {
    if (gptr() < egptr())
        return traits_type::to_int_type(*gptr());
    OPENSSL_cleanse(buffer_.data(), buffer_.size());
    ssize_t got = 0;
    do
        got = ::read(STDIN_FILENO, buffer_.data(), buffer_.size());
    while (got < 0 && errno == EINTR);
    if (got <= 0)
        return traits_type::eof();
    setg(buffer_.data(), buffer_.data(), buffer_.data() + got);
    return traits_type::to_int_type(*gptr());
}

} // namespace bes::host
