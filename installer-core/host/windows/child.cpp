// SPDX-License-Identifier: Apache-2.0
#include "host/windows/child.hpp"

#include <algorithm>
#include <array>

#include "host/windows/command_line.hpp"
#include "host/windows/wide_text.hpp"

namespace bes::host {
namespace {

/// Sorted by name without regard to case, as the system wants it.
std::wstring blockOf(const Environment& environment) {
    std::vector<std::wstring> lines;
    for (const auto& [name, value] : environment)
        lines.push_back(wide(name) + L"=" + wide(value));
    std::ranges::sort(lines, [](const std::wstring& a, const std::wstring& b) {
        return ::CompareStringOrdinal(a.c_str(), -1, b.c_str(), -1, TRUE) == CSTR_LESS_THAN;
    });
    std::wstring block;
    for (const std::wstring& line : lines)
        block += line + L'\0';
    return block + L'\0';
}

std::wstring valueOf(const Environment& environment, std::string_view name) {
    const auto found = std::ranges::find(environment, name, &Environment::value_type::first);
    return found == environment.end() ? std::wstring() : wide(found->second);
}

/// Never in the current folder, where the system would look first.
std::wstring find(const std::string& word, const Environment& environment) {
    if (word.find_first_of("/\\:") != std::string::npos)
        return wide(word);
    std::array<wchar_t, 32768> found{};
    const DWORD size = ::SearchPathW(valueOf(environment, "PATH").c_str(), wide(word).c_str(), L".exe",
                                     static_cast<DWORD>(found.size()), found.data(), nullptr);
    return size > 0 && size < found.size() ? std::wstring(found.data(), size) : std::wstring();
}

/// The handles that are inherited, as a list: others of this process may be inheritable too.
class StartupInformation {
public:
    explicit StartupInformation(const ChildStreams& streams) {
        information_.StartupInfo.cb = sizeof information_;
        information_.StartupInfo.dwFlags = STARTF_USESTDHANDLES;
        information_.StartupInfo.hStdInput = streams.input;
        information_.StartupInfo.hStdOutput = streams.output;
        information_.StartupInfo.hStdError = streams.errors;
        for (HANDLE const handle : {streams.input, streams.output, streams.errors})
            if (handle != nullptr && std::ranges::find(handles_, handle) == handles_.end())
                handles_.push_back(handle);
        SIZE_T size = 0;
        ::InitializeProcThreadAttributeList(nullptr, 1, 0, &size);
        memory_.resize(size);
        auto* const list = reinterpret_cast<LPPROC_THREAD_ATTRIBUTE_LIST>(memory_.data()); // NOLINT: opaque
        if (::InitializeProcThreadAttributeList(list, 1, 0, &size) == 0)
            return;
        information_.lpAttributeList = list;
        ::UpdateProcThreadAttribute(list, 0, PROC_THREAD_ATTRIBUTE_HANDLE_LIST, handles_.data(),
                                    handles_.size() * sizeof(HANDLE), nullptr, nullptr);
    }
    StartupInformation(const StartupInformation&) = delete;
    StartupInformation& operator=(const StartupInformation&) = delete;
    ~StartupInformation() {
        if (information_.lpAttributeList != nullptr)
            ::DeleteProcThreadAttributeList(information_.lpAttributeList);
    }
    [[nodiscard]] STARTUPINFOW* get() { return &information_.StartupInfo; }

private:
    STARTUPINFOEXW information_{};
    std::vector<HANDLE> handles_;
    std::vector<unsigned char> memory_;
};

Handle makeJob() {
    Handle job(::CreateJobObjectW(nullptr, nullptr));
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits{};
    limits.BasicLimitInformation.LimitFlags =
        JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE | JOB_OBJECT_LIMIT_BREAKAWAY_OK;
    if (job.open())
        ::SetInformationJobObject(job.get(), JobObjectExtendedLimitInformation, &limits, sizeof limits);
    return job;
}

} // namespace

SystemError begin(const std::filesystem::path& program, const std::vector<std::string>& words,
                  const Environment& environment, const ChildStreams& streams, ChildProcess& child) {
    const std::wstring file =
        program.empty() ? find(words.front(), environment) : withoutPrefix(native(program)).native();
    if (file.empty())
        return ERROR_FILE_NOT_FOUND;
    std::wstring line = commandLineOf(words), block = blockOf(environment);
    StartupInformation startup(streams);
    PROCESS_INFORMATION made{};
    child.job = makeJob();
    if (::CreateProcessW(file.c_str(), line.data(), nullptr, nullptr, TRUE,
                         CREATE_SUSPENDED | CREATE_UNICODE_ENVIRONMENT | EXTENDED_STARTUPINFO_PRESENT,
                         block.data(), nullptr, startup.get(), &made) == 0)
        return lastError();
    child.process = Handle(made.hProcess);
    const Handle thread(made.hThread);
    ::AssignProcessToJobObject(child.job.get(), child.process.get());
    ::ResumeThread(thread.get());
    return 0;
}

int exitCodeOf(HANDLE process) {
    DWORD code = 0;
    ::GetExitCodeProcess(process, &code);
    constexpr DWORD leastException = 0xC0000000;
    constexpr int segmentViolation = 11, illegalInstruction = 4, arithmetic = 8, aborted = 6;
    if (code < leastException)
        return static_cast<int>(code);
    switch (code) {
    case STATUS_ACCESS_VIOLATION:
    case STATUS_STACK_OVERFLOW:
        return 128 + segmentViolation;
    case STATUS_ILLEGAL_INSTRUCTION:
        return 128 + illegalInstruction;
    case STATUS_INTEGER_DIVIDE_BY_ZERO:
        return 128 + arithmetic;
    default:
        return 128 + aborted;
    }
}

} // namespace bes::host
