// SPDX-License-Identifier: Apache-2.0
#include "model/secret.hpp"

#include <openssl/crypto.h>

#include <cstring>
#include <new>
#include <utility>

namespace bes {
namespace {

char* allocated(std::size_t size) {
    void* bytes = OPENSSL_secure_malloc(size);
    if (bytes == nullptr) // the secure heap is full
        bytes = OPENSSL_malloc(size);
    if (bytes == nullptr)
        throw std::bad_alloc();
    return static_cast<char*>(bytes);
}

} // namespace

Secret::Secret(std::string_view text) {
    if (text.empty())
        return;
    bytes_ = allocated(text.size() + 1);
    size_ = text.size();
    std::memcpy(bytes_, text.data(), size_);
    bytes_[size_] = '\0';
}

Secret::Secret(std::string&& text) : Secret(std::string_view(text)) {
    overwrite(text);
}

Secret::Secret(Secret&& other) noexcept
    : bytes_(std::exchange(other.bytes_, nullptr)), size_(std::exchange(other.size_, 0)) {
}

Secret& Secret::operator=(const Secret& other) {
    return *this = Secret(other);
}

Secret& Secret::operator=(Secret&& other) noexcept {
    Secret taken(std::move(other));
    std::swap(bytes_, taken.bytes_);
    std::swap(size_, taken.size_);
    return *this;
}

Secret::~Secret() {
    if (bytes_ != nullptr)
        OPENSSL_secure_clear_free(bytes_, size_ + 1); // also what is not in the secure heap
}

void overwrite(std::string& text) {
    text.resize(text.capacity()); // no reallocation
    OPENSSL_cleanse(text.data(), text.size());
    text.clear();
}

} // namespace bes
