// SPDX-License-Identifier: Apache-2.0
// What the program for Windows says of its answers is tried wherever the tests run: the system is a value.
#include <catch2/catch.hpp>

#include "answers/declared_for.hpp"
#include "answers/fields.hpp"
#include "unit/linux_words.hpp"

using namespace bes;

TEST_CASE("Help, examples and defaults of the answers for Windows have no words of Linux") {
    for (const answers::Declaration& declaration : answers::declarationsFor(System::windows)) {
        INFO(declaration.answer.name);
        CHECK(linux_words::in(declaration.answer.help) == "");
        if (declaration.answer.name != "target.root") { // of images, which there are none of Windows
            CHECK(linux_words::in(declaration.answer.example) == "");
            CHECK(linux_words::in(declaration.answer.defaultValue) == "");
        }
    }
}

TEST_CASE("Examples for Windows name no image, which is refused there") {
    for (const answers::Declaration& declaration : answers::declarationsFor(System::windows)) {
        if (declaration.answer.name == "target.root")
            CHECK_FALSE(answers::wrongRoot(pathOf(declaration.answer.example), System::windows).has_value());
        if (declaration.answer.name == "standby.computer") // is refused without an image
            CHECK(declaration.answer.example == "");
    }
}

TEST_CASE("The answers are the same on every system") {
    const auto onLinux = answers::declarationsFor(System::gnuLinux);
    const auto onWindows = answers::declarationsFor(System::windows);
    REQUIRE(onLinux.size() == onWindows.size());
    for (std::size_t i = 0; i < onLinux.size(); ++i)
        CHECK(onLinux[i].answer.name == onWindows[i].answer.name);
}
