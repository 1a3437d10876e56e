// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace bes {

/// A text that must not be seen. It has no output operator, no JSON and no implicit conversion. Its memory is
/// OpenSSL's secure heap, which comes neither into a swap file nor into a core file, where a program made one
/// (CRYPTO_secure_malloc_init) that has room; it is overwritten when it goes. reveal() is the only way to the
/// text: search for it to see every use.
class Secret {
public:
    Secret() = default;
    /// Takes the text: what it was in is overwritten.
    explicit Secret(std::string&& text);
    explicit Secret(std::string_view text);
    explicit Secret(const char* text) : Secret(std::string_view(text)) {}
    Secret(const Secret& other) : Secret(other.reveal()) {}
    Secret(Secret&& other) noexcept;
    Secret& operator=(const Secret& other);
    Secret& operator=(Secret&& other) noexcept;
    ~Secret();

    /// With a null character behind its end.
    [[nodiscard]] std::string_view reveal() const { return {bytes_ != nullptr ? bytes_ : "", size_}; }
    [[nodiscard]] bool empty() const { return size_ == 0; }

private:
    char* bytes_ = nullptr;
    std::size_t size_ = 0;
};

/// Overwrites all memory that a text has, also what a longer one left there; it is empty then.
void overwrite(std::string& text);

} // namespace bes
