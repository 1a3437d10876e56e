// SPDX-License-Identifier: Apache-2.0
#include "configuration.hpp"

#include <fstream>
#include <stdexcept>

namespace practice {
namespace {

std::ifstream openFile(const std::filesystem::path& path) {
    std::ifstream file(path);
    if (!file)
        throw std::runtime_error("cannot read " + path.string());
    return file;
}

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::vector<Port> readPorts(const std::filesystem::path& path) {
    std::vector<Port> ports;
    if (!std::filesystem::exists(path)) // it has none
        return ports;
    auto file = openFile(path);
    std::string protocol;
    unsigned number = 0;
    while (file >> protocol >> number)
        ports.push_back({.udp = protocol == "udp", .number = static_cast<std::uint16_t>(number)});
    if (!file.eof())
        throw std::runtime_error("a line is not like \"tcp 3101\" in " + path.string());
    return ports;
}

Behaviour readBehaviour(const std::filesystem::path& path) {
    std::ifstream file(path);
    std::string word;
    if (!(file >> word) || word == "normal")
        return Behaviour::normal;
    if (word == "fail-at-start")
        return Behaviour::failAtStart;
    if (word == "hang-before-ready")
        return Behaviour::hangBeforeReady;
    if (word == "end-when-ready")
        return Behaviour::endWhenReady;
    throw std::runtime_error("unknown behaviour " + word + " in " + path.string());
}

std::string readKey(const std::filesystem::path& ini, const std::string& section, const std::string& key) {
    auto file = openFile(ini);
    std::string line;
    bool inSection = false;
    while (std::getline(file, line)) {
        line = trimmed(line);
        const auto equals = line.find('=');
        if (line.starts_with('['))
            inSection = line == "[" + section + "]";
        else if (inSection && equals != std::string::npos && trimmed(line.substr(0, equals)) == key)
            return trimmed(line.substr(equals + 1));
    }
    return {};
}

} // namespace

Configuration readConfiguration(const std::filesystem::path& program,
                                const std::filesystem::path& standbyIni) {
    Configuration configuration;
    configuration.name = program.stem().string();
    const auto share = program.parent_path().parent_path() / "share" / configuration.name;
    configuration.ports = readPorts(share.string() + ".ports");
    configuration.behaviour = readBehaviour(share.string() + ".behaviour");
    configuration.logFolder = readKey(standbyIni, "folders", "logs");
    return configuration;
}

} // namespace practice
