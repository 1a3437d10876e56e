// SPDX-License-Identifier: Apache-2.0
#include "host/library_settings.hpp"

#include <cerrno>
#include <cstdlib>
#include <system_error>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "host/linux/descriptor.hpp"

namespace bes::host {
namespace {

[[noreturn]] void throwSystemError(const char* call) {
    throw std::system_error(errno, std::generic_category(), call);
}

Descriptor privateMemory(std::string_view text) {
    Descriptor memory(::memfd_create("bes-standby-setup", MFD_CLOEXEC));
    if (!memory.open())
        throwSystemError("memfd_create");
    while (!text.empty()) {
        const ssize_t written = ::write(memory.get(), text.data(), text.size());
        if (written < 0)
            throwSystemError("write");
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return memory;
}

/// No number that a program without standard output would take for it.
int lastingDescriptor() {
    constexpr int leastNumber = 3;
    const Descriptor memory = privateMemory({});
    const int descriptor = ::fcntl(memory.get(), F_DUPFD_CLOEXEC, leastNumber);
    if (descriptor < 0)
        throwSystemError("fcntl");
    return descriptor;
}

} // namespace

void setVariable(const char* name, const std::string& value) {
    if (::setenv(name, value.c_str(), 1) != 0)
        throwSystemError("setenv");
}

void removeVariable(const char* name) {
    if (::unsetenv(name) != 0)
        throwSystemError("unsetenv");
}

PrivateFile::PrivateFile() : descriptor_(lastingDescriptor()) {
}

PrivateFile::~PrivateFile() {
    ::close(descriptor_);
}

std::string PrivateFile::path() const {
    return "/proc/self/fd/" + std::to_string(descriptor_);
}

void PrivateFile::write(std::string_view text) {
    // another memory at the same number: who reads the one before goes on, and a forked process has its own
    const Descriptor memory = privateMemory(text);
    if (::dup3(memory.get(), descriptor_, O_CLOEXEC) < 0)
        throwSystemError("dup3");
}

} // namespace bes::host
