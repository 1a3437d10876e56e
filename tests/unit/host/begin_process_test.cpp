// SPDX-License-Identifier: Apache-2.0
#include "host/begin_process.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include <array>
#include <cerrno>

#include "unit/host/child_process.hpp"

using namespace bes;

namespace {

/// Exit code of a process that gets `inherited` and then begins: 0 where it began and `check` is content.
template<class Inherited, class Check>
int begun(Inherited inherited, Check check) {
    return ChildProcess([&] {
               inherited();
               return host::orderProcess(host::Program::setup) ? (check() ? 0 : 2) : 1;
           })
        .wait();
}

bool isIgnored(int signal) {
    struct sigaction action {};
    ::sigaction(signal, nullptr, &action);
    return action.sa_handler == SIG_IGN;
}

rlimit limitOf(int resource) {
    rlimit limit{};
    ::getrlimit(static_cast<__rlimit_resource>(resource), &limit);
    return limit;
}

void setLimit(int resource, rlim_t soft, rlim_t hard) {
    const rlimit limit{soft, hard};
    ::setrlimit(static_cast<__rlimit_resource>(resource), &limit);
}

} // namespace

TEST_CASE("Standard descriptors that were closed are there: no other file takes their place") {
    const auto closed = [] {
        for (const int descriptor : {0, 1, 2})
            ::close(descriptor);
    };
    CHECK(begun(closed, [] {
              char byte = 0;
              return ::open("/dev/null", O_RDONLY) > 2 && ::read(0, &byte, 1) == 0 && // the end
                     ::write(1, "x", 1) == -1 && errno == EBADF && ::write(2, "x", 1) == -1 && errno == EBADF;
          }) == 0);
}

TEST_CASE("One closed descriptor among the three is found") {
    const int which = GENERATE(0, 1, 2);
    CHECK(begun([&] { ::close(which); }, [] { return ::dup(0) > 2; }) == 0);
}

TEST_CASE("Reading and writing wait, whatever another process made of the pipe") {
    std::array<int, 2> ends{};
    REQUIRE(::pipe2(ends.data(), O_NONBLOCK) == 0);
    CHECK(begun([&] { ::dup2(ends[1], 1); }, [] { return (::fcntl(1, F_GETFL) & O_NONBLOCK) == 0; }) == 0);
    ::close(ends[0]);
    ::close(ends[1]);
}

TEST_CASE("Other descriptors stay, for one may be named as a file, but go on to no program") {
    CHECK(begun([] { ::dup2(0, 17); }, [] { return ::fcntl(17, F_GETFD) == FD_CLOEXEC; }) == 0);
}

TEST_CASE("No signal stays blocked or ignored, but for those that nohup and a shell ignore on purpose") {
    const auto inherited = [] {
        for (const int signal : {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGCHLD, SIGPIPE, SIGALRM})
            ::signal(signal, SIG_IGN);
        sigset_t all;
        ::sigfillset(&all);
        ::sigprocmask(SIG_SETMASK, &all, nullptr);
    };
    CHECK(begun(inherited, [] {
              sigset_t blocked;
              ::sigprocmask(SIG_SETMASK, nullptr, &blocked);
              for (const int signal : {SIGHUP, SIGINT, SIGQUIT, SIGXFSZ})
                  if (!isIgnored(signal))
                      return false;
              for (const int signal : {SIGTERM, SIGCHLD, SIGPIPE, SIGALRM})
                  if (isIgnored(signal) || ::sigismember(&blocked, signal) != 0)
                      return false;
              return true;
          }) == 0);
}

TEST_CASE("No timer of the caller ends the process") {
    constexpr itimerval soon{{}, {0, 100000}};
    CHECK(begun([&] { ::setitimer(ITIMER_REAL, &soon, nullptr); }, [] { return ::usleep(300000) == 0; }) ==
          0);
}

TEST_CASE("Files get the modes that are meant, whatever the caller's umask") {
    CHECK(begun([] { ::umask(077); }, [] { return ::umask(0) == 022; }) == 0);
}

TEST_CASE("Soft limits are raised, and there is no core file") {
    CHECK(begun(
              [] {
                  setLimit(RLIMIT_NOFILE, 16, 4096);
                  setLimit(RLIMIT_CORE, 1 << 20, 1 << 20);
              },
              [] { return limitOf(RLIMIT_NOFILE).rlim_cur == 1024 && limitOf(RLIMIT_CORE).rlim_max <= 1; }) ==
          0);
}

TEST_CASE("Too few files that may be open are told at once") {
    CHECK(ChildProcess([] {
              setLimit(RLIMIT_NOFILE, 16, 16);
              const auto ordered = host::orderProcess(host::Program::setup);
              return !ordered && ordered.error().id == "process.limits" &&
                             ordered.error().why.find("16 files") != std::string::npos
                         ? 0
                         : 1;
          }).wait() == 0);
}

TEST_CASE("A limit on the size of files is an error of writing, no death") {
    CHECK(begun([] { setLimit(RLIMIT_FSIZE, 4096, 4096); },
                [] {
                    std::array<char, 8> name{};
                    const int file = ::open("/tmp", O_TMPFILE | O_WRONLY, 0600);
                    if (limitOf(RLIMIT_FSIZE).rlim_cur == RLIM_INFINITY || file < 0)
                        return true; // an administrator's limit is raised, or nothing can be tried here
                    return ::pwrite(file, name.data(), name.size(), 1 << 20) < 0 && errno == EFBIG;
                }) == 0);
}

TEST_CASE("Rights that come from the program's file are refused") {
    if (::geteuid() != 0)
        return;
    CHECK(ChildProcess([] {
              if (::setresuid(65534, 0, 0) != 0) // as a set-user-ID program of root begins
                  return 3;
              const auto ordered = host::orderProcess(host::Program::setup);
              return !ordered && ordered.error().id == "process.rights" ? 0 : 1;
          }).wait() == 0);
}

TEST_CASE("Without any word there is no name of the program either") {
    CHECK(ChildProcess([] {
              const std::array<const char*, 1> none{nullptr};
              const auto begunProcess = host::beginProcess(host::Program::setup, 0, none.data());
              return begunProcess && begunProcess->words.empty() ? 0 : 1;
          }).wait() == 0);
}

TEST_CASE("Of the environment stays what is on the list; the rest is known and overwritten") {
    CHECK(ChildProcess([] {
              ::clearenv();
              std::string secret = "BES_STANDBY_DATABASE_PASSWORD=plain:hunter2hunter2";
              ::putenv(secret.data());
              ::setenv("OPENSSL_CONF", "/tmp/evil.cnf", 1);
              ::setenv("LANG", "de_DE.UTF-8", 1);
              const std::array<const char*, 3> words{"name", "check", nullptr};
              const auto all = host::beginProcess(host::Program::setup, 2, words.data());
              if (!all || all->words != std::vector<std::string>{"check"})
                  return 1;
              if (::getenv("OPENSSL_CONF") != nullptr || ::getenv("LANG") != std::string("de_DE.UTF-8"))
                  return 2;
              const auto found = all->environment.find("BES_STANDBY_DATABASE_PASSWORD");
              if (found == all->environment.end() || found->second.reveal() != "plain:hunter2hunter2")
                  return 3;
              return secret.find("hunter2") == std::string::npos ? 0 : 4;
          }).wait() == 0);
}
