// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/facts.hpp"
#include "model/remedy_json.hpp"

namespace bes {

void fields(auto& list, NotesIni& it) {
    list("path", it.path);
    list("there", it.there);
    list("readable", it.readable);
    list("writable", it.writable);
    list("problem", it.problem);
    list("remedy", it.remedy);
    list("server_tasks", it.serverTasks);
    list("server_name", it.serverName);
    list("data_folder", it.dataFolder);
    list("program_folder", it.programFolder);
    list("is_server", it.isServer);
}

} // namespace bes
