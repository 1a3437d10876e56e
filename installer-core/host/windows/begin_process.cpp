// SPDX-License-Identifier: Apache-2.0
#include "host/begin_process.hpp"

#include <fcntl.h>
#include <io.h>

#include <cstdio>
#include <iostream>

#include <windows.h>

namespace bes::host {
namespace {

/// Libraries are loaded from the system's folder only, not from where the process works or the program lies.
void keepForeignLibrariesOut() {
    constexpr DWORD systemOnly = 0x800; // LOAD_LIBRARY_SEARCH_SYSTEM32
    using SetFolders = BOOL(WINAPI*)(DWORD);
    ::SetDllDirectoryW(L"");
    // an update brought it to Windows Server 2008 R2
    const auto setFolders = reinterpret_cast<SetFolders>( // NOLINT: what the function is for
        reinterpret_cast<void*>(
            ::GetProcAddress(::GetModuleHandleW(L"kernel32.dll"), "SetDefaultDllDirectories")));
    if (setFolders != nullptr)
        setFolders(systemOnly);
}

/// A program without a reader still has streams to write into; and bytes are what they are: no line ends are
/// made of others, and no Ctrl-Z ends an input.
void takeStreams() {
    for (FILE* const stream : {stdin, stdout, stderr})
        if (::_fileno(stream) >= 0)
            ::_setmode(::_fileno(stream), _O_BINARY);
}

} // namespace

Result<void> orderProcess(Program program) {
    takeStreams();
    if (program != Program::probe) // which loads a library that brings others along
        keepForeignLibrariesOut();
    // no window of the system asks what to do after an error: nobody may be there to answer
    ::SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX | SEM_NOOPENFILEERRORBOX);
    ::HeapSetInformation(nullptr, HeapEnableTerminationOnCorruption, nullptr, 0);
    return {};
}

int tellNotBegun(const char* program, const Failure& failure) {
    std::cerr << program << ": " << failure.what << ": " << failure.why << "\n" << failure.remedy << '\n';
    return static_cast<int>(failure.code);
}

} // namespace bes::host
