// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/json.hpp"
#include "report/people.hpp"
#include "report/secret_search.hpp"

namespace bes::report {

/// What is known of a file of the report before its content is.
struct Entry {
    std::string name;      ///< in the archive: relative, '/' between names
    std::string about;     ///< what it is, a few words
    std::string leftOut{}; ///< beside people's names: what of it did not go in; empty: nothing
};

struct File : Entry {
    std::string content;
};

/// Something that a colleague would look for in the report.
struct Missing {
    std::string what;
    std::string why; ///< a sentence without full stop
};

/// The files of a report. What goes in is made fit to be sent, and then searched for secrets: where one is
/// found, the file stays out.
class Contents {
public:
    Contents(People& people, const SecretSearch& secrets) : people_(people), secrets_(secrets) {}

    void addDocument(Entry entry, const Json& document);
    void add(Entry entry, std::string_view text);
    void miss(std::string what, std::string_view why);

    /// The first file, "README.txt": what this is and what is in it. Call it last.
    void explain(const std::vector<std::string>& introduction);

    [[nodiscard]] const std::vector<File>& files() const { return files_; }
    [[nodiscard]] const std::vector<Missing>& missing() const { return missing_; }

private:
    void take(Entry entry, std::string content);

    People& people_;
    const SecretSearch& secrets_;
    std::vector<File> files_;
    std::vector<Missing> missing_;
};

/// The end of a text that is longer than `longest`, from the begin of a line on, with a note of what was cut
/// off; the whole text otherwise. Empty note: nothing was.
struct EndOfText {
    std::string text;
    std::string note;
};
[[nodiscard]] EndOfText endOf(std::string text, std::size_t longest);

} // namespace bes::report
