// SPDX-License-Identifier: Apache-2.0
#include <fstream>
#include <iostream>

#include <catch2/catch.hpp>

#include <QProcess>
#include <QtTest>
#include <QtWidgets>

#include "wizard/drive.hpp"

using namespace bes;
using namespace bes::wizard;

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::nanoseconds;

#ifdef __SANITIZE_ADDRESS__
constexpr std::int64_t mostMilliseconds = 500; ///< what watches every access makes all of it slower
#else
constexpr std::int64_t mostMilliseconds = 100;
#endif

/// How long this thread was ready to run and had to wait for a processor: other programs' fault.
nanoseconds waitedForProcessor() {
    std::ifstream statistics("/proc/thread-self/schedstat");
    std::int64_t ran = 0, waited = 0;
    statistics >> ran >> waited;
    return nanoseconds(waited);
}

/// Measures how long the event loop does not come round, at most.
class PauseWatch {
public:
    PauseWatch() {
        QObject::connect(&timer_, &QTimer::timeout, [this] { tick(); });
        tick();
        timer_.start(1);
    }
    [[nodiscard]] std::int64_t longestMilliseconds() const {
        return std::chrono::duration_cast<std::chrono::milliseconds>(longest_).count();
    }

private:
    void tick() {
        const auto now = Clock::now();
        const auto waited = waitedForProcessor();
        if (last_ != Clock::time_point())
            longest_ = std::max<nanoseconds>(longest_, (now - last_) - (waited - waited_));
        last_ = now;
        waited_ = waited;
    }

    QTimer timer_;
    Clock::time_point last_;
    nanoseconds waited_{};
    nanoseconds longest_{};
};

/// Lets nobody else into a database for two seconds, again and again, as another program that writes to it
/// does: an answer takes that long.
class SlowDatabase {
public:
    explicit SlowDatabase(const std::filesystem::path& database) {
        writer_.start(QStringLiteral("sqlite3"), {QString::fromStdString(database.string())});
        for (int i = 0; i < 60; ++i)
            writer_.write(".timeout 5000\nBEGIN EXCLUSIVE;\n.shell sleep 2\nCOMMIT;\n.shell sleep 0.3\n");
        REQUIRE(writer_.waitForStarted());
    }
    ~SlowDatabase() {
        writer_.closeWriteChannel();
        writer_.kill();
        writer_.waitForFinished();
    }
    SlowDatabase(const SlowDatabase&) = delete;
    SlowDatabase& operator=(const SlowDatabase&) = delete;

private:
    QProcess writer_;
};

} // namespace

TEST_CASE("with 10,000 primaries the window never stands still for 100 ms", "[window]") {
    const Practice practice;
    practice.addPrimaries(10'000);
    Session session(practice.request(), {}, Practice::setup());
    WizardWindow window(session);
    window.show();
    QTest::qWait(100);

    const PauseWatch watch;
    for (const PageId page : {PageId::media, PageId::database}) {
        window.goTo(page);
        REQUIRE(waitUntil([&] { return !session.looking(); }));
    }
    CHECK(watch.longestMilliseconds() < mostMilliseconds);
    auto* search = window.findChild<QLineEdit*>(QStringLiteral("searchPrimaries"));
    auto* table = window.findChild<QTableView*>(QStringLiteral("primaries"));
    REQUIRE(table->model()->rowCount() > 10'000);
    for (const char key : std::string("bulk-0999")) {
        QTest::keyClick(search, key);
        QTest::qWait(20);
    }
    CHECK(table->model()->rowCount() == 10);
    search->clear();
    QTest::qWait(20);
    for (int column = 0; column < table->model()->columnCount(); ++column) {
        table->sortByColumn(column, Qt::DescendingOrder);
        QTest::qWait(20);
    }
    window.goTo(PageId::review);
    REQUIRE(waitUntil([&] { return !session.looking(); }));
    QTest::qWait(50);
    INFO("longest pause: " << watch.longestMilliseconds() << " ms");
    CHECK(watch.longestMilliseconds() < mostMilliseconds);
}

TEST_CASE("a database that answers after two seconds is waited for, the window does not stand still",
          "[window]") {
    const Practice practice;
    practice.addPrimaries(10'000);
    const SlowDatabase slow(practice.database());
    Drive drive(practice);
    QTest::qWait(100);

    const auto begin = Clock::now();
    const PauseWatch watch;
    REQUIRE(drive.nextUntil(PageId::progress));
    REQUIRE(drive.reached(PageId::result));
    CHECK(drive.session.runEnd()->result.outcome == "installed");
    const auto* bar = drive.window.findChild<QProgressBar*>(QStringLiteral("replicated"));
    REQUIRE(waitUntil([&] { return bar->isVisible(); }));
    std::cout << "slow database: longest pause " << watch.longestMilliseconds() << " ms\n";
    CHECK(watch.longestMilliseconds() < mostMilliseconds);
    CHECK(Clock::now() - begin > std::chrono::seconds(4)); // it was slow
}
