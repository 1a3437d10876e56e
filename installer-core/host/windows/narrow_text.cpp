// SPDX-License-Identifier: Apache-2.0
#include <codecvt>
#include <cwchar>
#include <locale>

// Texts are UTF-8 in setup, and the standard library makes paths of some: folder / "näme". With mingw-w64 it
// reads them by the C library's locale, which can't be UTF-8, and a path that became a text and a path again
// is another one without being told. The programs are linked statically, so these members take the place of
// the library's own: it has them in an object of their own, and a library that came to need more of that
// object would not link.

namespace std {
namespace {

const codecvt_utf8_utf16<wchar_t>& utf8() {
    static const codecvt_utf8_utf16<wchar_t> facet(1);
    return facet;
}

} // namespace

using Conversion = codecvt<wchar_t, char, mbstate_t>;

codecvt_base::result Conversion::do_out(state_type& state, const intern_type* from,
                                        const intern_type* fromEnd, const intern_type*& fromNext,
                                        extern_type* to, extern_type* toEnd, extern_type*& toNext) const {
    return utf8().out(state, from, fromEnd, fromNext, to, toEnd, toNext);
}

codecvt_base::result Conversion::do_in(state_type& state, const extern_type* from, const extern_type* fromEnd,
                                       const extern_type*& fromNext, intern_type* to, intern_type* toEnd,
                                       intern_type*& toNext) const {
    return utf8().in(state, from, fromEnd, fromNext, to, toEnd, toNext);
}

int Conversion::do_encoding() const noexcept {
    return 0; // a letter has more bytes or fewer
}

int Conversion::do_max_length() const noexcept {
    return utf8().max_length();
}

int Conversion::do_length(state_type& state, const extern_type* from, const extern_type* end,
                          size_t most) const {
    return utf8().length(state, from, end, most);
}

} // namespace std
