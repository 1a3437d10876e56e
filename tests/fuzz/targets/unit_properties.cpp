// SPDX-License-Identifier: Apache-2.0
#include "fuzz.hpp"
#include "host/linux/systemd.hpp"

namespace bes::fuzz {

void tryInput(std::string_view input) {
    const host::UnitProperties properties = host::unitPropertiesIn(std::string(input));
    require(properties.type.find('\n') == std::string::npos &&
                properties.result.find('\n') == std::string::npos,
            "a property is one line", input);
    if (input.find("ActiveState=") == std::string_view::npos)
        require(properties.state == host::ServiceState::changing, "what is not said is not known", input);
}

} // namespace bes::fuzz
