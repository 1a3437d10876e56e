// SPDX-License-Identifier: Apache-2.0
#include "database/tds_packets.hpp"

namespace bes::database {
namespace {

constexpr std::size_t headSize = 8;
constexpr std::size_t longestMessage = 256 << 10; ///< certificates that a server has over it
constexpr std::uint8_t lastOfMessage = 1;

enum class Option : std::uint8_t { version = 0, encryption = 1, instance = 2, thread = 3, end = 0xFF };

std::uint8_t byteAt(std::string_view text, std::size_t at) {
    return at < text.size() ? static_cast<std::uint8_t>(text[at]) : 0;
}

std::size_t numberAt(std::string_view text, std::size_t at) {
    return std::size_t{byteAt(text, at)} << 8u | byteAt(text, at + 1);
}

void appendNumber(std::string& text, std::size_t number) {
    text += static_cast<char>(number >> 8u & 0xFFu);
    text += static_cast<char>(number & 0xFFu);
}

void take(Option option, std::string_view value, TdsGreeting& greeting) {
    if (option == Option::version && value.size() >= 4)
        greeting = {byteAt(value, 0), byteAt(value, 1), static_cast<unsigned>(numberAt(value, 2)),
                    greeting.encryption};
    if (option == Option::encryption && byteAt(value, 0) <= 3 && !value.empty())
        greeting.encryption = TdsEncryption{byteAt(value, 0)};
}

} // namespace

std::string tdsPacket(TdsPacket type, std::string_view content) {
    std::string packet;
    packet += static_cast<char>(type);
    packet += static_cast<char>(lastOfMessage);
    appendNumber(packet, headSize + content.size());
    packet.append(4, '\0'); // no process, first packet, no window
    return packet.append(content);
}

std::optional<std::string> receiveTds(const host::TcpConnection& connection) {
    std::string message;
    while (true) {
        const auto head = connection.receive(headSize);
        if (!head)
            return std::nullopt;
        const std::uint8_t type = byteAt(*head, 0);
        const std::size_t size = numberAt(*head, 2);
        const bool known = type == static_cast<std::uint8_t>(TdsPacket::answer) ||
                           type == static_cast<std::uint8_t>(TdsPacket::prelogin);
        if (!known || size < headSize || message.size() + size > longestMessage)
            return std::nullopt;
        const auto content = connection.receive(size - headSize);
        if (!content)
            return std::nullopt;
        message += *content;
        if ((byteAt(*head, 1) & lastOfMessage) != 0)
            return message;
    }
}

std::string tdsPrelogin(TdsEncryption wanted) {
    const std::string values[] = {std::string(6, '\0'), std::string(1, static_cast<char>(wanted)),
                                  std::string(1, '\0'), std::string(4, '\0')};
    constexpr Option options[] = {Option::version, Option::encryption, Option::instance, Option::thread};
    constexpr std::size_t entry = 5;
    std::size_t at = std::size(options) * entry + 1;
    std::string table;
    std::string all;
    for (std::size_t i = 0; i < std::size(options); ++i) {
        table += static_cast<char>(options[i]);
        appendNumber(table, at);
        appendNumber(table, values[i].size());
        at += values[i].size();
        all += values[i];
    }
    table += static_cast<char>(Option::end);
    return table + all;
}

std::optional<TdsGreeting> tdsGreeting(std::string_view content) {
    constexpr std::size_t entry = 5;
    TdsGreeting greeting;
    for (std::size_t at = 0; byteAt(content, at) != static_cast<std::uint8_t>(Option::end); at += entry) {
        const std::size_t begin = numberAt(content, at + 1);
        const std::size_t size = numberAt(content, at + 3);
        if (at + entry >= content.size() || begin + size > content.size())
            return std::nullopt;
        take(Option{byteAt(content, at)}, content.substr(begin, size), greeting);
    }
    return greeting.major != 0 ? std::optional(greeting) : std::nullopt;
}

} // namespace bes::database
