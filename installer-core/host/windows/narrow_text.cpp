// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <codecvt>
#include <cwchar>
#include <locale>
#include <string>

#include "text/letters.hpp"
#include "text/utf16_names.hpp"

// Texts are UTF-8 in setup, and the standard library makes paths of some: folder / "näme". With mingw-w64 it
// reads them by the C library's locale, which can't be UTF-8, and a path that became a text and a path again
// is another one without being told. The programs are linked statically, so these members take the place of
// the library's own: it has them in an object of their own, and a library that came to need more of that
// object would not link. What can't be converted is written as utf8() and pathOf() do (text/path_text.hpp):
// the library would throw. A whole text is converted at once; who reads a stream in pieces may cut a letter.

namespace std {
namespace {

/// Converts what has room. `take` takes the next character off and returns what it becomes.
template<class From, class To, class Take>
codecvt_base::result convert(basic_string_view<From> text, To*& next, To* end, const From*& rest, Take take) {
    while (!text.empty()) {
        basic_string_view<From> after = text;
        const auto units = take(after);
        if (static_cast<size_t>(end - next) < units.size())
            break;
        next = transform(units.begin(), units.end(), next, [](auto unit) { return static_cast<To>(unit); });
        text = after;
    }
    rest = text.data();
    return text.empty() ? codecvt_base::ok : codecvt_base::partial;
}

u16string takeName(string_view& text) {
    return bes::nameOf(bes::takeLetter(text).bytes);
}

string takeText(wstring_view& name) {
    const wstring_view letter = name.substr(0, 2);
    const u16string units(letter.begin(), letter.end());
    u16string_view left = units;
    string text = bes::takeText(left);
    name.remove_prefix(units.size() - left.size());
    return text;
}

} // namespace

using Conversion = codecvt<wchar_t, char, mbstate_t>;

codecvt_base::result Conversion::do_out(state_type& /*state*/, const intern_type* from,
                                        const intern_type* fromEnd, const intern_type*& fromNext,
                                        extern_type* to, extern_type* toEnd, extern_type*& toNext) const {
    toNext = to;
    return convert(wstring_view(from, fromEnd), toNext, toEnd, fromNext, takeText);
}

codecvt_base::result Conversion::do_in(state_type& /*state*/, const extern_type* from,
                                       const extern_type* fromEnd, const extern_type*& fromNext,
                                       intern_type* to, intern_type* toEnd, intern_type*& toNext) const {
    toNext = to;
    return convert(string_view(from, fromEnd), toNext, toEnd, fromNext, takeName);
}

int Conversion::do_encoding() const noexcept {
    return 0; // a letter has more bytes or fewer
}

int Conversion::do_max_length() const noexcept {
    return 5; // "|D83D"
}

int Conversion::do_length(state_type& /*state*/, const extern_type* from, const extern_type* end,
                          size_t most) const {
    string_view text(from, end);
    for (string_view after = text; !text.empty(); text = after) {
        const size_t units = takeName(after).size();
        if (units > most)
            break;
        most -= units;
    }
    return static_cast<int>(static_cast<size_t>(end - from) - text.size());
}

} // namespace std
