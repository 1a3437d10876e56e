// SPDX-License-Identifier: Apache-2.0
// Linked into a second bes-standby-setup: every call of Windows that changes files, services or the registry
// is counted before it is done. BES_FAULT says what becomes of the call of one number:
//   "count FILE"          none; FILE gets the number of calls when the program ends
//   "kill NUMBER"         before it the process ends, as by another one's TerminateProcess
//   "kill-after NUMBER"   after it
//   "ERROR NUMBER"        it fails with that error of Windows: 5 access denied, 32 in use, 112 disk full
//   "ERROR+ NUMBER"       it and every one after it, on a full disk those that need space
// The linker gives whoever calls one of these functions, through the DLL's pointer or a stub of it, what
// stands here for that (--wrap, tests/windows/CMakeLists.txt).
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include <windows.h>

#include <aclapi.h>
#include <winsvc.h>

namespace {

constexpr UINT killed = 137;

std::atomic<unsigned long> calls{0};

struct Fault {
    std::string kind, rest;
    unsigned long number = 0;
    DWORD error = 0;
    bool stays = false;

    Fault() {
        const char* const text = std::getenv("BES_FAULT");
        const std::string whole = text == nullptr ? "" : text;
        const auto blank = whole.find(' ');
        kind = whole.substr(0, blank);
        rest = blank == std::string::npos ? "" : whole.substr(blank + 1);
        number = std::strtoul(rest.c_str(), nullptr, 10);
        error = static_cast<DWORD>(std::strtoul(kind.c_str(), nullptr, 10));
        stays = kind.ends_with('+');
    }
    Fault(const Fault&) = delete;
    Fault& operator=(const Fault&) = delete;
    ~Fault() {
        std::FILE* const file = kind == "count" ? std::fopen(rest.c_str(), "w") : nullptr;
        if (file == nullptr)
            return;
        std::fprintf(file, "%lu\n", calls.load());
        std::fclose(file);
    }
} const fault;

[[noreturn]] void die() {
    ::TerminateProcess(::GetCurrentProcess(), killed);
    std::abort();
}

/// A disk that is full still lets go of what is on it.
bool goesOn(std::string_view name) {
    return fault.error != ERROR_DISK_FULL || name == "CreateFileW" || name == "WriteFile" ||
           name == "CreateDirectoryW" || name == "CreateHardLinkW" || name == "SetEndOfFile";
}

/// One call: killed before it or after it, if it is the one.
class Counted {
public:
    explicit Counted(std::string_view name) {
        const unsigned long call = ++calls;
        ours_ = call == fault.number || (fault.stays && call > fault.number && goesOn(name));
        if (ours_ && fault.kind == "kill")
            die();
    }
    Counted(const Counted&) = delete;
    Counted& operator=(const Counted&) = delete;
    ~Counted() {
        if (ours_ && fault.kind == "kill-after")
            die();
    }
    [[nodiscard]] bool fails() const {
        if (ours_ && fault.error != 0)
            ::SetLastError(fault.error);
        return ours_ && fault.error != 0;
    }

private:
    bool ours_ = false;
};

template<class Function>
Function real(const char* dll, const char* name) {
    return reinterpret_cast<Function>( // NOLINT: what the call is for
        reinterpret_cast<void*>(::GetProcAddress(::LoadLibraryA(dll), name)));
}

/// Creating one changes something, opening does not.
bool changes(DWORD disposition) {
    return disposition != OPEN_EXISTING;
}
/// Output for people is none of the computer's files.
bool isOnDisk(HANDLE file) {
    return ::GetFileType(file) == FILE_TYPE_DISK;
}

} // namespace

// name, DLL, what it gives where it fails, what it takes, that without types, and whether the call counts
#define BES_COUNTED(name, dll, failure, parameters, arguments, counts)                                       \
    extern "C" auto WINAPI __wrap_##name parameters->decltype(::name arguments) {                            \
        static const auto function = real<decltype(&::name)>(dll, #name);                                    \
        if (!(counts))                                                                                       \
            return function arguments;                                                                       \
        const Counted call(#name);                                                                           \
        return call.fails() ? (failure) : function arguments;                                                \
    }                                                                                                        \
    extern "C" void* const __wrap___imp_##name = reinterpret_cast<void*>(&__wrap_##name);

BES_COUNTED(CreateFileW, "kernel32", INVALID_HANDLE_VALUE,
            (LPCWSTR a, DWORD b, DWORD c, LPSECURITY_ATTRIBUTES d, DWORD e, DWORD f, HANDLE g),
            (a, b, c, d, e, f, g), changes(e))
BES_COUNTED(WriteFile, "kernel32", FALSE, (HANDLE a, LPCVOID b, DWORD c, LPDWORD d, LPOVERLAPPED e),
            (a, b, c, d, e), isOnDisk(a))
BES_COUNTED(MoveFileExW, "kernel32", FALSE, (LPCWSTR a, LPCWSTR b, DWORD c), (a, b, c), true)
BES_COUNTED(DeleteFileW, "kernel32", FALSE, (LPCWSTR a), (a), true)
BES_COUNTED(CreateDirectoryW, "kernel32", FALSE, (LPCWSTR a, LPSECURITY_ATTRIBUTES b), (a, b), true)
BES_COUNTED(RemoveDirectoryW, "kernel32", FALSE, (LPCWSTR a), (a), true)
BES_COUNTED(CreateHardLinkW, "kernel32", FALSE, (LPCWSTR a, LPCWSTR b, LPSECURITY_ATTRIBUTES c), (a, b, c),
            true)
BES_COUNTED(SetEndOfFile, "kernel32", FALSE, (HANDLE a), (a), true)
BES_COUNTED(FlushFileBuffers, "kernel32", FALSE, (HANDLE a), (a), isOnDisk(a))
BES_COUNTED(SetSecurityInfo, "advapi32", fault.error,
            (HANDLE a, SE_OBJECT_TYPE b, SECURITY_INFORMATION c, PSID d, PSID e, PACL f, PACL g),
            (a, b, c, d, e, f, g), true)
BES_COUNTED(CreateServiceW, "advapi32", nullptr,
            (SC_HANDLE a, LPCWSTR b, LPCWSTR c, DWORD d, DWORD e, DWORD f, DWORD g, LPCWSTR h, LPCWSTR i,
             LPDWORD j, LPCWSTR k, LPCWSTR l, LPCWSTR m),
            (a, b, c, d, e, f, g, h, i, j, k, l, m), true)
BES_COUNTED(ChangeServiceConfigW, "advapi32", FALSE,
            (SC_HANDLE a, DWORD b, DWORD c, DWORD d, LPCWSTR e, LPCWSTR f, LPDWORD g, LPCWSTR h, LPCWSTR i,
             LPCWSTR j, LPCWSTR k),
            (a, b, c, d, e, f, g, h, i, j, k), true)
BES_COUNTED(ChangeServiceConfig2W, "advapi32", FALSE, (SC_HANDLE a, DWORD b, LPVOID c), (a, b, c), true)
BES_COUNTED(DeleteService, "advapi32", FALSE, (SC_HANDLE a), (a), true)
BES_COUNTED(StartServiceW, "advapi32", FALSE, (SC_HANDLE a, DWORD b, LPCWSTR* c), (a, b, c), true)
BES_COUNTED(ControlService, "advapi32", FALSE, (SC_HANDLE a, DWORD b, LPSERVICE_STATUS c), (a, b, c), true)
BES_COUNTED(RegCreateKeyExW, "advapi32", static_cast<LONG>(fault.error),
            (HKEY a, LPCWSTR b, DWORD c, LPWSTR d, DWORD e, REGSAM f, LPSECURITY_ATTRIBUTES g, PHKEY h,
             LPDWORD i),
            (a, b, c, d, e, f, g, h, i), true)
BES_COUNTED(RegSetValueExW, "advapi32", static_cast<LONG>(fault.error),
            (HKEY a, LPCWSTR b, DWORD c, DWORD d, const BYTE* e, DWORD f), (a, b, c, d, e, f), true)
BES_COUNTED(RegDeleteTreeW, "advapi32", static_cast<LONG>(fault.error), (HKEY a, LPCWSTR b), (a, b), true)
