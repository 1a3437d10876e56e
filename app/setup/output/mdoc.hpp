// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include <boost/program_options/options_description.hpp>

#include "answers/answers.hpp"

/// Pieces of manual pages in mdoc(7).
namespace bes::app::mdoc {

/// From .Dd to the description of NAME.
[[nodiscard]] std::string beginning(std::string_view title, int section, std::string_view name,
                                    std::string_view description);

/// Text with what mdoc would take for something else escaped; every sentence begins on a line of its own.
[[nodiscard]] std::string text(std::string_view plain);
/// A word in a macro line, where blanks would separate arguments.
[[nodiscard]] std::string word(std::string_view plain);

/// What stands for the value of an option, "FILE"; empty where it takes none.
[[nodiscard]] std::string placeholder(const boost::program_options::option_description& option);
/// Items of a list, one for each option.
[[nodiscard]] std::string optionItems(const boost::program_options::options_description& options);
/// An item of a list for an answer as an option.
[[nodiscard]] std::string answerItem(const answers::Answer& answer);

} // namespace bes::app::mdoc
