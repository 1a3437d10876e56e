// SPDX-License-Identifier: Apache-2.0
#include "output/marked_stream.hpp"

namespace bes::app {

MarkingBuffer::int_type MarkingBuffer::overflow(int_type c) {
    if (traits_type::eq_int_type(c, traits_type::eof()))
        return traits_type::not_eof(c);
    const char letter = traits_type::to_char_type(c);
    const bool startsEscape = at_ == At::beginning && letter == '\x1b';
    if (at_ == At::escape) {
        at_ = letter == '[' ? At::sequence : At::beginning;
    } else if (at_ == At::sequence) {
        if (letter >= '@' && letter <= '~') // which ends it
            at_ = At::beginning;
    } else if (startsEscape) {
        at_ = At::escape;
    } else if (letter == '\r') {
        at_ = At::beginning;
    } else {
        if (at_ == At::beginning)
            under_ << mark_;
        at_ = letter == '\n' ? At::beginning : At::text;
    }
    under_.put(letter);
    return under_ ? c : traits_type::eof();
}

int MarkingBuffer::sync() {
    under_.flush();
    return under_ ? 0 : -1;
}

} // namespace bes::app
