// SPDX-License-Identifier: Apache-2.0
#include "unit/capture/practice_program.hpp"

namespace {

/// Puts little-endian numbers into bytes that begin as zeros.
class Image {
public:
    explicit Image(std::size_t size) : bytes_(size, '\0') {}
    void word(std::size_t at, std::uint32_t number) {
        bytes_[at] = static_cast<char>(number & 0xFFU);
        bytes_[at + 1] = static_cast<char>(number >> 8U & 0xFFU);
    }
    void number(std::size_t at, std::uint32_t number) {
        word(at, number);
        word(at + 2, number >> 16U);
    }
    [[nodiscard]] const std::string& bytes() const { return bytes_; }

private:
    std::string bytes_;
};

constexpr std::uint32_t subfolder = 0x80000000U;

/// A folder of resources with one entry.
void folder(Image& image, std::size_t at, std::uint32_t id, std::uint32_t leadsTo) {
    image.word(at + 14, 1);
    image.number(at + 16, id);
    image.number(at + 20, leadsTo);
}

} // namespace

std::string PracticeProgram::bytes() const {
    constexpr std::size_t pe = 0x80;
    constexpr std::size_t section = 0x400; // in the file
    constexpr std::uint32_t address = 0x3000;
    Image image(0x600);
    image.word(0, 0x5A4D);
    image.number(0x3C, pe);
    image.number(pe, 0x00004550);
    image.word(pe + 6, 1);    // sections
    image.word(pe + 20, 240); // size of the optional header
    const std::size_t optional = pe + 24;
    image.word(optional, wide ? 0x20B : 0x10B);
    image.number(optional + (wide ? 112 : 96) + 16, address);
    const std::size_t header = optional + 240;
    image.number(header + 12, address);
    image.number(header + 16, 0x200);
    image.number(header + 20, section);

    folder(image, section, 16, subfolder | 0x20);
    folder(image, section + 0x20, 1, subfolder | 0x40);
    folder(image, section + 0x40, language, 0x60);
    image.number(section + 0x60, address + 0x80);
    const std::size_t fixed = section + 0x80 + 40;
    image.number(fixed, 0xFEEF04BD);
    image.number(fixed + 16, std::uint32_t{version[0]} << 16U | version[1]);
    image.number(fixed + 20, std::uint32_t{version[2]} << 16U | version[3]);
    return image.bytes();
}
