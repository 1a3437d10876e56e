// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace bes::host {

// For libraries that are told by variables where their settings are. No variable may change while another
// thread may read one: programs that have threads do all of this before.

/// For the rest of the process's life.
void setVariable(const char* name, const std::string& value);
void removeVariable(const char* name);

/// A file that only this process can open: it is in memory, no disk and no other account sees it, and it goes
/// with the process. Its path stays what it is when other text is written.
class PrivateFile {
public:
    PrivateFile();
    PrivateFile(const PrivateFile&) = delete;
    PrivateFile& operator=(const PrivateFile&) = delete;
    ~PrivateFile();

    [[nodiscard]] std::string path() const;
    void write(std::string_view text);

private:
    int descriptor_;
};

} // namespace bes::host
