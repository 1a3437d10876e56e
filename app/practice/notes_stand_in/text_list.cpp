// SPDX-License-Identifier: Apache-2.0
#include "text_list.hpp"

#include <cstdint>
#include <cstring>

#include "lmbcs.hpp"

namespace stand_in {

std::string textList(const std::vector<std::string>& texts) {
    std::string lengths, all;
    for (const std::string& text : texts) {
        const std::string lmbcs = lmbcsOf(text);
        appendWord(lengths, lmbcs.size());
        all += lmbcs;
    }
    std::string bytes;
    appendWord(bytes, texts.size());
    return bytes + lengths + all;
}

void appendWord(std::string& bytes, std::size_t value) {
    const auto word = static_cast<std::uint16_t>(value);
    char raw[sizeof word];
    std::memcpy(raw, &word, sizeof word);
    bytes.append(raw, sizeof word);
}

} // namespace stand_in
