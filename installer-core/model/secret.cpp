#include "model/secret.hpp"

#include <utility>

namespace bes {

Secret::Secret(std::string text) : text_(std::move(text)) {
}

Secret::Secret(Secret&& other) noexcept {
    text_.swap(other.text_);
}

Secret& Secret::operator=(const Secret& other) {
    if (this != &other) {
        wipe();
        text_ = other.text_;
    }
    return *this;
}

Secret& Secret::operator=(Secret&& other) noexcept {
    if (this != &other) {
        wipe();
        text_.swap(other.text_);
    }
    return *this;
}

Secret::~Secret() {
    wipe();
}

void Secret::wipe() {
    text_.resize(text_.capacity()); // no reallocation: reaches what an earlier, longer text left behind
    // volatile keeps the stores: a compiler may drop writes to memory that is about to be freed
    volatile char* bytes = text_.data();
    for (std::size_t i = 0; i < text_.size(); ++i)
        bytes[i] = 0;
    text_.clear();
}

} // namespace bes
