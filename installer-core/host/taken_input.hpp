// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <streambuf>

namespace bes::host {

/// The standard input of this process for secrets: what was taken out of the buffer does not stay in it.
class TakenInput final : public std::streambuf {
public:
    ~TakenInput() override;
    /// What was read until now.
    void overwriteTaken();

protected:
    int_type underflow() override;

private:
    std::array<char, 4096> buffer_{};
};

} // namespace bes::host
