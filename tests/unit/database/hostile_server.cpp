// SPDX-License-Identifier: Apache-2.0
#include "unit/database/hostile_server.hpp"

#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <stdexcept>

#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "unit/host/local_sockets.hpp"

namespace {

std::string number(std::uint32_t value) {
    const auto byte = [&](int shift) { return static_cast<char>((value >> shift) & 0xFFU); };
    return {byte(24), byte(16), byte(8), byte(0)};
}

std::string message(char type, const std::string& body) {
    return type + number(static_cast<std::uint32_t>(body.size() + 4)) + body;
}

std::string text(const std::string& value) {
    return value + '\0';
}

const std::string ready = message('Z', "I");
const std::string accepted = message('R', number(0));
const std::string oneColumn =
    message('T', std::string("\0\1", 2) + text("count") + number(0) + std::string("\0\0", 2) + number(25) +
                     std::string("\xFF\xFF", 2) + number(0xFFFFFFFF) + std::string("\0\0", 2));
const std::string emptyRow = message('D', std::string("\0\1", 2) + number(0xFFFFFFFF));
const std::string notice = message('N', "S" + text("NOTICE") + "C" + text("00000") + "M" +
                                            text("\x1b]0;owned\x07\x1b[2Jlook here") + '\0');

/// Serves one connection; ends where the client does.
class Talk {
public:
    Talk(int socket, Attack attack) : socket_(socket), attack_(attack) {}

    void run() {
        readStartup();
        if (attack_ == Attack::refusesAloud || attack_ == Attack::tellsLater)
            askPassword();
        send(accepted);
        if (attack_ == Attack::notices)
            forever(notice);
        if (attack_ == Attack::parameters)
            for (unsigned i = 0;; ++i)
                send(message('S', text("a" + std::to_string(i)) + text("b")));
        if (attack_ == Attack::longNotice)
            longMessage('N');
        send(message('S', text("server_version") + text("15.0")) + ready);
        while (isSetting(readMessage()))
            send(message('C', text("SET")) + ready);
        answer();
    }

private:
    void askPassword() {
        send(message('R', number(3)));
        password_ = readMessage().substr(1);
        password_.pop_back(); // the null character
        if (attack_ == Attack::refusesAloud) {
            send(tellPassword());
            std::exit(0);
        }
    }
    [[nodiscard]] std::string tellPassword() const {
        return message('E', "S" + text("FATAL") + "V" + text("FATAL") + "C" + text("28P01") + "M" +
                                text("not '" + password_ + "' " + password_) + '\0');
    }

    void answer() {
        switch (attack_) {
        case Attack::rows:
            send(oneColumn);
            forever(emptyRow);
        case Attack::longField:
            send(oneColumn);
            longMessage('D');
        case Attack::brokenOffRow:
            send(oneColumn + emptyRow.substr(0, 6));
            std::exit(0);
        case Attack::tellsLater:
            send(tellPassword() + ready);
            std::exit(0);
        default:
            for (;;)
                pause();
        }
    }

    [[noreturn]] void forever(const std::string& part) {
        std::string many;
        while (many.size() < 1U << 20U)
            many += part;
        for (;;)
            send(many);
    }

    [[noreturn]] void longMessage(char type) {
        constexpr std::uint32_t size = 1000U << 20U;
        send(type + number(size) + std::string("\0\1", 2) + number(size - 10));
        forever(std::string(4096, 'x'));
    }

    void send(const std::string& bytes) const {
        for (std::size_t sent = 0; sent < bytes.size();) {
            const ssize_t count = ::send(socket_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
            if (count <= 0)
                std::exit(0);
            sent += static_cast<std::size_t>(count);
        }
    }

    [[nodiscard]] std::string read(std::size_t size) const {
        std::string bytes(size, '\0');
        for (std::size_t had = 0; had < size;) {
            const ssize_t count = ::read(socket_, bytes.data() + had, size - had);
            if (count <= 0)
                std::exit(0);
            had += static_cast<std::size_t>(count);
        }
        return bytes;
    }

    [[nodiscard]] std::size_t readSize() const {
        std::uint32_t size = 0;
        const std::string bytes = read(4);
        for (const char c : bytes)
            size = (size << 8U) | static_cast<unsigned char>(c);
        return size - 4;
    }
    void readStartup() const { (void)read(readSize()); }
    [[nodiscard]] std::string readMessage() const {
        const std::string type = read(1);
        return type + read(readSize());
    }
    static bool isSetting(const std::string& question) {
        return question.starts_with("QSET") || question.starts_with("QBEGIN");
    }

    int socket_;
    Attack attack_;
    std::string password_;
};

[[noreturn]] void serve(int listening, Attack attack) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    for (;;) {
        const int socket = ::accept(listening, nullptr, nullptr);
        if (socket < 0)
            std::_Exit(1);
        if (::fork() == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            Talk(socket, attack).run();
            std::_Exit(0);
        }
        ::close(socket);
    }
}

int listenIn(const std::string& folder, unsigned port) {
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string path = folder + "/.s.PGSQL." + std::to_string(port);
    std::strncpy(address.sun_path, path.c_str(), sizeof address.sun_path - 1);
    if (::bind(descriptor, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 ||
        ::listen(descriptor, 8) != 0)
        throw std::runtime_error("bind " + path);
    return descriptor;
}

std::string readAll(int descriptor) {
    std::string all;
    std::array<char, 4096> buffer{};
    for (ssize_t count = 0; (count = ::read(descriptor, buffer.data(), buffer.size())) > 0;)
        all.append(buffer.data(), static_cast<std::size_t>(count));
    ::close(descriptor);
    return all;
}

} // namespace

HostileServer::HostileServer(Attack attack, const std::string& socketFolder) {
    address_.backend = "postgresql";
    address_.tls = "off";
    address_.name = "BESMgmt";
    address_.user = "besadmin";
    const LocalSocket tcp(SOCK_STREAM);
    tcp.listen();
    address_.server = socketFolder.empty() ? "127.0.0.1" : socketFolder;
    if (socketFolder.empty())
        address_.port = tcp.port();
    const int listening = socketFolder.empty() ? tcp.get() : listenIn(socketFolder, address_.port);
    id_ = ::fork();
    if (id_ == 0)
        serve(listening, attack);
    if (!socketFolder.empty())
        ::close(listening);
}

HostileServer::~HostileServer() {
    ::kill(id_, SIGKILL);
    ::waitpid(id_, nullptr, 0);
}

Measured measured(const std::function<std::string()>& work) {
    std::array<int, 2> results{};
    std::array<int, 2> errors{};
    if (::pipe(results.data()) != 0 || ::pipe(errors.data()) != 0)
        throw std::runtime_error("pipe");
    const auto begin = std::chrono::steady_clock::now();
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(errors[1], 2);
        ::close(errors[0]);
        ::close(errors[1]);
        const std::string result = work();
        (void)!::write(results[1], result.data(), result.size());
        std::_Exit(0);
    }
    ::close(results[1]);
    ::close(errors[1]);
    Measured seen;
    seen.errors = readAll(errors[0]);
    seen.result = readAll(results[0]);
    rusage used{};
    int status = 0;
    ::wait4(child, &status, 0, &used);
    seen.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    seen.megabytes = used.ru_maxrss >> 10;
    return seen;
}
