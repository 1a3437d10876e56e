// SPDX-License-Identifier: Apache-2.0
#include "host/digest.hpp"

#include <openssl/evp.h>

#include <array>
#include <fstream>
#include <new>
#include <stdexcept>
#include <utility>

#include "host/reached.hpp"

namespace bes::host {

struct Sha256::State {
    State() {
        if (!context || !algorithm)
            throw std::bad_alloc();
        begin();
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() {
        EVP_MD_CTX_free(context);
        EVP_MD_free(algorithm);
    }

    void begin() const {
        if (EVP_DigestInit_ex2(context, algorithm, nullptr) != 1)
            throw std::runtime_error("OpenSSL can't begin a SHA-256 digest");
    }

    EVP_MD_CTX* context = EVP_MD_CTX_new();
    EVP_MD* algorithm =
        EVP_MD_fetch(nullptr, "SHA256", nullptr); // once: looking it up costs more than a small file
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
}
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

void Sha256::update(std::span<const std::byte> bytes) {
    if (EVP_DigestUpdate(state_->context, bytes.data(), bytes.size()) != 1)
        throw std::runtime_error("OpenSSL can't continue a SHA-256 digest");
}

void Sha256::update(std::string_view text) {
    update(std::as_bytes(std::span(text)));
}

std::string Sha256::hex() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    if (EVP_DigestFinal_ex(state_->context, digest.data(), &size) != 1)
        throw std::runtime_error("OpenSSL can't finish a SHA-256 digest");
    state_->begin();

    static constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(std::size_t{size} * 2);
    for (const unsigned char byte : std::span(digest).first(size)) {
        text += digits[byte >> 4U];
        text += digits[byte & 15U];
    }
    return text;
}

std::string sha256Hex(std::string_view text) {
    Sha256 digest;
    digest.update(text);
    return digest.hex();
}

std::string sha256OfFile(const std::filesystem::path& path) {
    std::ifstream file(streamPath(path), std::ios::binary);
    if (!file)
        return {};
    Sha256 digest;
    std::array<char, 1 << 16> buffer{};
    while (file.read(buffer.data(), buffer.size()) || file.gcount() > 0)
        digest.update(std::string_view(buffer.data(), static_cast<std::size_t>(file.gcount())));
    return file.bad() ? std::string() : digest.hex();
}

} // namespace bes::host
