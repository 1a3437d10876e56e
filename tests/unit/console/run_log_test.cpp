// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <fstream>

#include "run_log.hpp"
#include "unit/console/screen.hpp"
#include "unit/temporary_folder.hpp"

using Catch::Matchers::Contains;
using namespace bes;
namespace fs = std::filesystem;

namespace {

std::string contentOf(const fs::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

struct Logged {
    TemporaryFolder root;
    Screen screen;
    app::RunLog log{host::Root(root.path()), "install", screen.console.errors};

    [[nodiscard]] fs::path folder() const { return host::Root(root.path())(app::RunLog::folder()); }
};

} // namespace

TEST_CASE("a run that never begins leaves no log") {
    Logged run;
    run.log.say("refused");
    run.log.say(std::vector<Finding>{{"a.b", Severity::blocker, "No", "", ""}});
    CHECK(fs::is_empty(run.root.path()));
    CHECK(run.log.file().empty());
}

TEST_CASE("the log of a run says what happened, with the time") {
    Logged run;
    Progress nobody;
    app::LoggingProgress progress(run.log, nobody);
    run.log.say("install BES01-standby");
    progress.started(1, 100);
    progress.stepStarted(0, "pair.reserve", "Reserve \x1b[2J BES01");
    progress.undoStarted("the disk is full");
    run.log.say(Failure{ExitCode::failed, "step.failed", "It failed", "full\ndisk", "Make room"});
    REQUIRE(run.log.file().parent_path() == run.folder());
    CHECK(fs::status(run.log.file()).permissions() ==
          (fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read));
    const std::string content = contentOf(run.log.file());
    CHECK_THAT(content, Contains("install BES01-standby\n") &&
                            Contains("step 1 pair.reserve: Reserve ?[2J BES01") &&
                            Contains("undo: the disk is full") && Contains("why: full\n") &&
                            Contains("Z remedy: Make room"));
    CHECK_THAT(content, Catch::Matchers::Matches("(2[0-9-]+T[0-9:.]+Z .*\n)+"));
    CHECK(run.screen.errors.str().empty());
}

TEST_CASE("the newest twenty logs are kept, and nothing else is touched") {
    Logged run;
    fs::create_directories(run.folder());
    for (int i = 0; i < 25; ++i)
        std::ofstream(run.folder() / ("install-201001" + std::to_string(10 + i) + "T000000.000Z.log"))
            << "old";
    std::ofstream(run.folder() / "mine.log") << "mine";
    run.log.open();
    std::size_t logs = 0;
    for (const auto& entry : fs::directory_iterator(run.folder()))
        logs += entry.path().filename().string().starts_with("install-") ? 1 : 0;
    CHECK(logs == 20);
    CHECK(fs::exists(run.folder() / "mine.log"));
    CHECK(fs::exists(run.folder() / "install-20100134T000000.000Z.log"));
    CHECK_FALSE(fs::exists(run.folder() / "install-20100115T000000.000Z.log"));
}

TEST_CASE("a log that can't be written is a warning and another place") {
    Logged run;
    fs::create_directories(run.folder().parent_path());
    std::ofstream(run.folder()) << "a file where the folder should be";
    run.log.say("install BES01-standby");
    run.log.open();
    CHECK_THAT(run.screen.errors.str(), Contains("warning: no log can be written in"));
    REQUIRE_FALSE(run.log.file().empty());
    CHECK_THAT(contentOf(run.log.file()), Contains("install BES01-standby"));
    CHECK((fs::status(run.log.file().parent_path()).permissions() & fs::perms::others_all) ==
          fs::perms::none);
    fs::remove_all(run.log.file().parent_path());
}

TEST_CASE("a link in the place of the log folder is not followed, and what others may read stays theirs") {
    Logged run;
    const fs::path others = run.root.path() / "others";
    fs::create_directories(run.folder().parent_path());
    fs::create_directory(others);
    fs::permissions(others, fs::perms(0755));
    fs::create_directory_symlink(others, run.folder());
    run.log.open();
    CHECK_THAT(run.screen.errors.str(), Contains("is a symbolic link"));
    CHECK(fs::is_empty(others));
    CHECK(fs::status(others).permissions() == fs::perms(0755));
    fs::remove_all(run.log.file().parent_path());
}

TEST_CASE("the mode of a log folder that is there is its administrator's choice") {
    Logged run;
    fs::create_directories(run.folder());
    fs::permissions(run.folder(), fs::perms(0755));
    run.log.open();
    CHECK(run.log.file().parent_path() == run.folder());
    CHECK(fs::status(run.folder()).permissions() == fs::perms(0755));
}
