// SPDX-License-Identifier: Apache-2.0
#include "output/page.hpp"

#include <algorithm>

#include "output/text.hpp"
#include "text/visible.hpp"

namespace bes::app {
namespace {

constexpr std::size_t columnGap = 2;
constexpr std::size_t narrowest = 24; ///< a last column is never wrapped into less

std::string_view colourOf(Tone tone) {
    switch (tone) {
    case Tone::strong:
        return "\x1b[1m";
    case Tone::faint:
        return "\x1b[2m";
    case Tone::good:
        return "\x1b[32m";
    case Tone::warning:
        return "\x1b[33m";
    case Tone::bad:
        return "\x1b[1;31m";
    case Tone::plain:
        break;
    }
    return {};
}

} // namespace

std::string Page::styled(std::string_view text, Tone tone) const {
    if (!colours_ || tone == Tone::plain || text.empty())
        return std::string(text);
    return std::string(colourOf(tone)).append(text).append("\x1b[0m");
}

void Page::blank() {
    *out_ << '\n';
}

void Page::line(const Row& cells, std::size_t indent) {
    *out_ << std::string(indent, ' ');
    for (const Cell& cell : cells)
        *out_ << styled(visible(cell.text), cell.tone);
    *out_ << '\n';
}

void Page::heading(std::string_view text) {
    line(Cell(text, Tone::strong));
}

void Page::paragraph(const Cell& text, std::size_t indent) {
    *out_ << std::string(indent, ' ');
    wrappedCell(text, indent, indent);
}

void Page::wrappedCell(const Cell& cell, std::size_t indent, std::size_t used) {
    const std::size_t room = std::max(width_ > used ? width_ - used : 0, narrowest);
    bool first = true;
    for (const std::string& part : wrapped(visibleLines(cell.text), room)) {
        if (!first)
            *out_ << std::string(indent, ' ');
        *out_ << styled(part, cell.tone) << '\n';
        first = false;
    }
}

void Page::group(std::string_view what, const std::vector<Row>& rows) {
    if (rows.empty())
        return;
    blank();
    paragraph({what, Tone::strong});
    table(rows);
}

void Page::table(const std::vector<Row>& rows, std::size_t indent) {
    std::vector<std::size_t> widths;
    for (const Row& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i + 1 < row.size(); ++i)
            widths[i] = std::max(widths[i], displayWidth(visible(row[i].text)));
    }
    for (const Row& row : rows) {
        std::size_t used = indent;
        *out_ << std::string(indent, ' ');
        for (std::size_t i = 0; i + 1 < row.size(); ++i) {
            const std::string text = visible(row[i].text);
            const std::size_t gap = widths[i] - displayWidth(text) + columnGap;
            *out_ << styled(text, row[i].tone) << std::string(gap, ' ');
            used += widths[i] + columnGap;
        }
        wrappedCell(row.empty() ? Cell("") : row.back(), used, used);
    }
}

} // namespace bes::app
