#pragma once

#include <string>
#include <string_view>

namespace bes {

/// A text that must not be seen. It has no output operator, no JSON and no implicit conversion, and its
/// memory is overwritten when it goes. reveal() is the only way to the text: search for it to see every use.
class Secret {
public:
    Secret() = default;
    explicit Secret(std::string text);
    Secret(const Secret&) = default;
    Secret(Secret&& other) noexcept;
    Secret& operator=(const Secret&);
    Secret& operator=(Secret&& other) noexcept;
    ~Secret();

    [[nodiscard]] const std::string& reveal() const { return text_; }
    [[nodiscard]] bool empty() const { return text_.empty(); }

private:
    void wipe();
    std::string text_;
};

} // namespace bes
