// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bes::app {

/// What a text is to the reader; a colour where there are colours.
enum class Tone { plain, strong, faint, good, warning, bad };

struct Cell {
    Cell(std::string cellText, Tone cellTone = Tone::plain) // NOLINT: a text is a cell
        : text(std::move(cellText)), tone(cellTone) {}
    Cell(const char* cellText, Tone cellTone = Tone::plain) : text(cellText), tone(cellTone) {}      // NOLINT
    Cell(std::string_view cellText, Tone cellTone = Tone::plain) : text(cellText), tone(cellTone) {} // NOLINT

    std::string text;
    Tone tone;
};

using Row = std::vector<Cell>;

/// Writes text for people: aligned, wrapped at the width, coloured where that is wanted. Control characters
/// of what it is given are never written.
class Page {
public:
    Page(std::ostream& out, std::size_t width, bool colours) : out_(&out), width_(width), colours_(colours) {}

    /// The same page with lines no longer than that: for text that is read, not searched.
    [[nodiscard]] Page narrowed(std::size_t width) const {
        return {*out_, std::min(width, width_), colours_};
    }

    /// The same page with lines that are written elsewhere, and as much narrower.
    [[nodiscard]] Page over(std::ostream& out, std::size_t narrower) const {
        return {out, width_ > narrower ? width_ - narrower : 1, colours_};
    }

    /// JSON documents on it say that they are about a practice computer.
    void tellPractice() { practice_ = true; }
    [[nodiscard]] bool tellsPractice() const { return practice_; }

    void blank();
    void line(const Row& cells, std::size_t indent = 0);
    void line(const Cell& cell, std::size_t indent = 0) { line(Row{cell}, indent); }
    void heading(std::string_view text);
    void paragraph(const Cell& text, std::size_t indent = 0);
    /// Columns as wide as they need to be; the last one is wrapped.
    void table(const std::vector<Row>& rows, std::size_t indent = 2);
    /// A table with what it is of above it; nothing where it has no rows.
    void group(std::string_view what, const std::vector<Row>& rows);

    [[nodiscard]] std::string styled(std::string_view text, Tone tone) const;
    [[nodiscard]] std::size_t width() const { return width_; }
    [[nodiscard]] std::ostream& stream() { return *out_; }

private:
    void wrappedCell(const Cell& cell, std::size_t indent, std::size_t used);

    std::ostream* out_;
    std::size_t width_;
    bool colours_;
    bool practice_ = false;
};

} // namespace bes::app
