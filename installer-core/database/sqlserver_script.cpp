// SPDX-License-Identifier: Apache-2.0
#include "database/sqlserver_script.hpp"

namespace bes::database {
namespace {

/// Within brackets, in which a closing one stands twice.
std::string inBrackets(std::string_view name) {
    std::string text = "[";
    for (const char c : name)
        text.append(c == ']' ? 2 : 1, c);
    return text + "]";
}

} // namespace

std::vector<std::string> batchesOf(std::string_view script) {
    std::vector<std::string> batches;
    std::string batch;
    while (!script.empty()) {
        const auto end = script.find('\n');
        const std::string_view line = script.substr(0, end);
        script.remove_prefix(end == std::string_view::npos ? script.size() : end + 1);
        if (line != "GO") {
            batch.append(line).append("\n");
            continue;
        }
        batches.push_back(std::move(batch));
        batch.clear();
    }
    if (batch.find_first_not_of(" \n") != std::string::npos)
        batches.push_back(std::move(batch));
    return batches;
}

std::string inSchema(std::string_view script, std::string_view schema) {
    constexpr std::string_view written = "dbo.";
    if (schema == "dbo")
        return std::string(script);
    const std::string wanted = inBrackets(schema) + ".";
    std::string text;
    for (auto found = script.find(written); found != std::string_view::npos; found = script.find(written)) {
        text.append(script.substr(0, found)).append(wanted);
        script.remove_prefix(found + written.size());
    }
    return text.append(script);
}

std::string schemaCreation(std::string_view schema) {
    return "CREATE SCHEMA " + inBrackets(schema) + ";\nGO\n\n";
}

} // namespace bes::database
