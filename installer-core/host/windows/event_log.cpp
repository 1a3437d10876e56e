// SPDX-License-Identifier: Apache-2.0
#include "host/event_log.hpp"

#include <windows.h>

#include "host/windows/wide_text.hpp"

namespace bes::host {

void leaveEvent(EventKind kind, unsigned number, const std::string& text) {
    HANDLE const log = ::RegisterEventSourceW(nullptr, L"bes-standby-setup");
    if (log == nullptr)
        return;
    const std::wstring words = wide(text).substr(0, 31000); // an entry's text has 31,839 characters at most
    const wchar_t* texts = words.c_str();
    ::ReportEventW(log, kind == EventKind::error ? EVENTLOG_ERROR_TYPE : EVENTLOG_INFORMATION_TYPE, 0, number,
                   nullptr, 1, 0, &texts, nullptr);
    ::DeregisterEventSource(log);
}

} // namespace bes::host
