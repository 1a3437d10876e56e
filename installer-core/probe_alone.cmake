# SPDX-License-Identifier: Apache-2.0
# What bes-domino-probe links of the floors for Windows. Built alone it is built of these files, and so needs neither OpenSSL nor curl
# for another processor. A file that is missing here is named by the linker.
bes_floor(text
  SOURCES text/acceptable.cpp text/letters.cpp text/lists.cpp text/path_text.cpp text/quantities.cpp text/settings_text.cpp text/shell_words.cpp text/utc.cpp text/utf16.cpp text/utf16_names.cpp text/visible.cpp)
bes_floor(model
  SOURCES model/foreign_json.cpp model/server.cpp model/domino/words.cpp
  USES bes_text tl::expected nlohmann_json::nlohmann_json)
bes_floor(host
  SOURCES host/domino_installations.cpp host/interruption.cpp host/open_connections.cpp
          host/others_write.cpp host/process.cpp host/run_lock.cpp host/run_note.cpp host/waiting_output.cpp
          host/windows/access_list.cpp host/windows/accounts.cpp host/windows/begin_process.cpp host/windows/child.cpp host/windows/command_line.cpp
          host/windows/directory_entries.cpp host/windows/domino_installations.cpp host/windows/durable_file.cpp
          host/windows/exhaustion.cpp host/windows/file_holders.cpp host/windows/file_of_others.cpp host/windows/file_status.cpp
          host/windows/folder_names.cpp host/windows/followed_process.cpp host/windows/handed_on.cpp host/windows/lock_file.cpp
          host/windows/narrow_text.cpp host/windows/opened.cpp host/windows/others_write.cpp host/windows/own_process.cpp
          host/windows/ownership.cpp host/windows/pinned_way.cpp host/windows/process_begin.cpp host/windows/raw_output.cpp
          host/windows/reading.cpp host/windows/registry.cpp host/windows/resolve.cpp host/windows/rights.cpp
          host/windows/root.cpp host/windows/safe_path.cpp host/windows/shared_library.cpp host/windows/sids.cpp
          host/windows/space.cpp host/windows/stop_events.cpp host/windows/system_failure.cpp
          host/windows/unfinished_names.cpp host/windows/wide_text.cpp
  USES bes_model Threads::Threads ws2_32 advapi32 rstrtmgr shell32 ole32)
bes_floor(domino
  SOURCES domino/code_page.cpp domino/notes_ini.cpp domino/notes_section.cpp domino/probe_protocol.cpp domino/server_name.cpp
          domino/statistic_number.cpp domino/task_list.cpp
  USES bes_host)
