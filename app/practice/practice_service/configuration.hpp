// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

/// What a practice service is told by the files around it.
namespace practice {

struct Port {
    bool udp = false;
    std::uint16_t number = 0;
};

enum class Behaviour {
    normal,
    failAtStart,     ///< ends with an error before it is ready
    hangBeforeReady, ///< runs but never says that it is ready
    endWhenReady,    ///< says that it is ready and ends with an error
};

struct Configuration {
    std::string name; ///< of the program without .exe, e.g. "bes-router"
    std::vector<Port> ports;
    Behaviour behaviour = Behaviour::normal;
    std::filesystem::path logFolder; ///< empty: none was named
};

/// `program` is the started file, .../<package>/bin/<name>. Read are .../<package>/share/<name>.ports (lines
/// "tcp 3101"), share/<name>.behaviour (a word; may be absent) and, of the standby's configuration, [folders]
/// logs. Throws std::runtime_error with a sentence for the log.
[[nodiscard]] Configuration readConfiguration(const std::filesystem::path& program,
                                              const std::filesystem::path& standbyIni);

} // namespace practice
