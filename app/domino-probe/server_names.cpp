// SPDX-License-Identifier: Apache-2.0
#include "server_names.hpp"

#include <array>

#include "domino/server_name.hpp"
#include "lmbcs.hpp"

namespace bes::probe {

using namespace domino;

ServerName canonicalServer(const notes::Functions& api, std::string_view lmbcs) {
    const std::string given(lmbcs);
    std::array<char, notes::maxUserName> out{};
    notes::Word length = 0;
    const notes::Status status = api.DNCanonicalize(0, nullptr, given.c_str(), out.data(),
                                                    static_cast<notes::Word>(out.size()), &length);
    if (notes::codeOf(status) == notes::Code::none && length > 0 && length <= out.size()) {
        std::string name(out.data(), length);
        name.erase(std::min(name.find('\0'), name.size()));
        return {name, toUtf8(api, name)};
    }
    const std::string text = canonicalName(toUtf8(api, given));
    return {toLmbcs(api, text), text};
}

bool sameServer(const notes::Functions& api, const ServerName& a, const ServerName& b) {
    return domino::sameServer(a.text, b.text) || upperCase(api, a.lmbcs) == upperCase(api, b.lmbcs);
}

} // namespace bes::probe
