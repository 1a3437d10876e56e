// SPDX-License-Identifier: Apache-2.0
#include "host/taken_input.hpp"

#include <windows.h>

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
    DWORD got = 0;
    const BOOL read = ::ReadFile(::GetStdHandle(STD_INPUT_HANDLE), buffer_.data(),
                                 static_cast<DWORD>(buffer_.size()), &got, nullptr);
    if (read == 0 || got == 0)
        return traits_type::eof();
    setg(buffer_.data(), buffer_.data(), buffer_.data() + got);
    return traits_type::to_int_type(*gptr());
}

} // namespace bes::host
