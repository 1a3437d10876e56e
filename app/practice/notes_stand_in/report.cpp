// SPDX-License-Identifier: Apache-2.0
#include "report.hpp"

#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

namespace stand_in {

Report::Report() {
    if (const char* path = std::getenv("NOTES_STAND_IN_REPORT"))
        path_ = path;
}

void Report::placeUnlessPlaced(const std::filesystem::path& path) {
    if (path_.empty())
        path_ = path;
}

void Report::write(nlohmann::json line) const {
    line["pid"] = ::getpid();
    const std::string text = line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
    // One write with O_APPEND, so that the lines of two processes do not mix.
    const int file = path_.empty() ? -1
                                   : ::open(path_.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC,
                                            S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH);
    const ssize_t written = ::write(file < 0 ? STDERR_FILENO : file, text.data(), text.size());
    (void)written;
    if (file >= 0)
        ::close(file);
}

} // namespace stand_in
