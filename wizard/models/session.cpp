// SPDX-License-Identifier: Apache-2.0
#include "models/session.hpp"

#include "answers/answers.hpp"
#include "maintenance.hpp"
#include "models/look.hpp"
#include "models/obstacles.hpp"
#include "models/recovery_password.hpp"
#include "models/upgrade_offer.hpp"

namespace bes::wizard {
Session::Session(Request request, Passwords passwords, QString engine, QObject* parent)
    : QObject(parent), engineProgram_(std::move(engine)) {
    state_.request = std::move(request);
    state_.passwords = std::move(passwords);
    connect(&asker_, &DominoAsker::refused, this, [this] { lookFor(page_, Look::againHere); });
    connect(&packages_, &PackageCheck::advanced, this, [this] {
        state_.packagesRead = packages_.read();
        Q_EMIT packagesRead();
    });
}

Session::~Session() {
    engine_.reset();
    for (auto& [number, thread] : threads_)
        thread.request_stop();
    threads_.clear(); // joins
}

void Session::setRequest(const Request& request) {
    if (request == state_.request)
        return;
    entered_ = true;
    const bool onlyAccepted = [&] {
        Request with = state_.request;
        with.domino.acceptUnknown = request.domino.acceptUnknown;
        with.existingFiles = request.existingFiles;
        return with == request;
    }();
    const bool otherMedia = request.media != state_.request.media;
    state_.request = request;
    if (otherMedia) { // both were said of the media before
        state_.request.acceptLicense = false;
        if (state_.maintenance)
            state_.maintenance->allowDowngrade = false;
    }
    if (onlyAccepted && state_.seen && !looking_ &&
        !state_.maintenance) { // nothing new to look at, only to be judged anew
        auto seen = std::make_shared<Seen>(*state_.seen);
        seen->request = request;
        seen->inspection = judge(std::move(seen->inspection.facts), request);
        state_.seen = std::move(seen);
        Q_EMIT seenChanged();
    }
    Q_EMIT requestChanged();
}

void Session::takeAnswers(Request request, Passwords passwords) {
    request.root = state_.request.root;
    state_.passwords = std::move(passwords);
    state_.mistakes.clear();
    const bool accepted = request.acceptLicense;
    setRequest(request);
    if (accepted && !state_.request.acceptLicense) { // said of this media
        state_.request.acceptLicense = true;
        Q_EMIT requestChanged();
    }
}

void Session::answer(const std::string& name, const std::string& text) {
    entered_ = true;
    Request request = state_.request;
    if (const auto mistake = answers::takeAnswer(request, name, text))
        state_.mistakes[name] = *mistake;
    else
        state_.mistakes.erase(name);
    if (request == state_.request)
        Q_EMIT requestChanged(); // of the mistakes
    setRequest(request);
}

void Session::setDatabasePassword(Secret password) {
    entered_ = true;
    state_.passwords.database = std::move(password);
    ++state_.databasePassword;
    Request request = state_.request;
    request.database.password = {};
    if (request == state_.request)
        Q_EMIT requestChanged();
    else
        setRequest(request);
}

void Session::setMaintenance(const Maintenance& wanted) {
    entered_ = entered_ || (state_.maintenance && state_.maintenance != wanted);
    maintain(wanted);
}

void Session::maintain(const Maintenance& wanted) {
    const Receipt* receipt = state_.seen ? state_.seen->receipt() : nullptr;
    if (receipt == nullptr || state_.maintenance == wanted)
        return;
    if (!state_.maintenance) {
        answered_ = state_.request;
        answeredOtherMedia_ =
            namedMedia(*state_.seen).value_or(check::MediaStands::same) != check::MediaStands::same;
        state_.request = requestOfInstalled(*receipt, answered_);
        takeMediaFor(wanted.kind, *receipt);
    } else if (state_.maintenance->kind != wanted.kind) { // what was typed was meant for the other one
        const DatabaseAddress database = state_.request.database; // both need the same one
        state_.request = requestOfInstalled(*receipt, answered_);
        state_.request.database = database;
        state_.mistakes.clear();
        takeMediaFor(wanted.kind, *receipt);
    }
    state_.maintenance = wanted;
    Q_EMIT requestChanged();
}

/// Other media than what was installed from is for an upgrade only; the same media may have been moved.
void Session::takeMediaFor(Maintenance::Kind kind, const Receipt& receipt) {
    const Request from = kind == Maintenance::Kind::upgrade || !answeredOtherMedia_
                             ? requestOfInstalled(receipt, answered_)
                             : receipt.request;
    state_.request.media = from.media;
    state_.request.trust = from.trust;
}

void Session::acknowledge(const std::string& finding, bool given) {
    if (state_.maintenance && finding == "standby.passive") {
        Maintenance wanted = *state_.maintenance;
        wanted.acceptPromoted = given;
        return setMaintenance(wanted);
    }
    if (state_.maintenance && finding == "media.older") {
        Maintenance wanted = *state_.maintenance;
        wanted.allowDowngrade = given;
        return setMaintenance(wanted);
    }
    Request request = state_.request;
    if (finding == othersFinding) {
        request.existingFiles = given ? ExistingFiles::keep : ExistingFiles::refuse;
        return setRequest(request);
    }
    std::erase(request.domino.acceptUnknown, finding);
    if (given)
        request.domino.acceptUnknown.push_back(finding);
    setRequest(request);
}

void Session::lookFor(PageId page, Look how) {
    page_ = page;
    if (how == Look::ifNeeded && !outdated(page, state_)) {
        stopLooking();
        return;
    }
    stopLooking();
    if (how == Look::again) // the media may have been copied anew
        packages_.forget();
    looking_ = true;
    const Request wanted = neededFor(page, state_.request);
    const auto* asked = how == Look::again ? nullptr : stillAsked(state_, wanted);
    if (state_.maintenance && page > PageId::welcome)
        startLook([request = state_.request, wanted = *state_.maintenance,
                   passwords = state_.passwords](const std::stop_token& /*stop*/) {
            return lookAtInstalled(request, wanted, passwords);
        });
    else if (page == PageId::components && asked == nullptr) // it has no need of what can take minutes
        startLook([wanted, passwords = state_.passwords](const std::stop_token& stop) {
            return lookWithoutDomino(wanted, passwords, stop);
        });
    else if (asked == nullptr && asker_.hasRights() && !wanted.primary.empty())
        askFirst(wanted);
    else
        startLook([wanted, passwords = state_.passwords,
                   before = state_.seen, // a copy: the thread may outlive what was seen before
                   asked](const std::stop_token& stop) {
            const bool asAdministrator = asked != nullptr && before->asAdministrator;
            return look(wanted, passwords, {asked, stop},
                        asAdministrator ? &before->inspection.facts.notesIni : nullptr);
        });
    Q_EMIT lookingChanged();
}

void Session::askAsAdministrator() {
    stopLooking();
    looking_ = true;
    askFirst(neededFor(page_, state_.request));
    Q_EMIT lookingChanged();
}

/// Goes on to look at everything else when the answer is there.
void Session::askFirst(const Request& wanted) {
    const std::uint64_t number = ++look_;
    disconnect(&asker_, &DominoAsker::answered, this, nullptr);
    connect(&asker_, &DominoAsker::answered, this,
            [this, number, wanted](const std::shared_ptr<const DominoLook>& told) {
                if (number != look_)
                    return;
                startLook([wanted, passwords = state_.passwords, told](const std::stop_token& stop) {
                    return look(wanted, passwords, {&told->domino, stop}, &told->notesIni);
                });
            });
    asker_.ask(callOfEngine(), wanted, state_.passwords);
}

void Session::startLook(std::function<Seen(const std::stop_token&)> look) {
    const std::uint64_t number = ++look_;
    threads_.emplace(number, std::jthread([this, number, look = std::move(look),
                                           password = state_.databasePassword](const std::stop_token& stop) {
                         auto seen = std::make_shared<Seen>(look(stop));
                         seen->databasePassword = password;
                         QMetaObject::invokeMethod(
                             this, [this, number, seen] { take(number, seen); }, Qt::QueuedConnection);
                     }));
}

void Session::stopLooking() {
    if (!looking_)
        return;
    if (const auto thread = threads_.find(look_); thread != threads_.end())
        thread->second.request_stop();
    else
        asker_.stop();
    ++look_;
    looking_ = false;
    Q_EMIT lookingChanged();
}

void Session::take(std::uint64_t look, std::shared_ptr<const Seen> seen) {
    threads_.erase(look); // it has ended: joining takes no time
    if (look != look_)
        return;
    state_.seen = std::move(seen);
    looking_ = false;
    followInstalled();
    takeOnlyPrimary();
    readPackages();
    Q_EMIT lookingChanged();
    Q_EMIT seenChanged();
}

/// Where a standby is installed nothing else can be done than to maintain it.
void Session::followInstalled() {
    const auto& installed = state_.seen->inspection.facts.installed;
    if (installed.known() && !installed.value())
        state_.maintenance.reset();
    else if (installed.known() && !state_.maintenance)
        maintain({.kind = namedMedia(*state_.seen) == check::MediaStands::newer ? Maintenance::Kind::upgrade
                                                                                : Maintenance::Kind::modify});
}

/// Where there is no choice, nobody is asked for it.
void Session::takeOnlyPrimary() {
    if (state_.request.primary.empty() && !state_.maintenance)
        state_.request.primary = onlyPrimary(*state_.seen);
}

/// What is not trusted is not read. Neither is anything while the engine reads it.
void Session::readPackages() {
    if (const MediaContents* media = state_.seen->media(); media != nullptr && media->damage.empty())
        packages_.follow(state_.seen->request.media, *media);
    state_.packagesRead = packages_.read();
}

Doing Session::intended() const {
    return state_.maintenance ? doingOf(state_.maintenance->kind) : Doing::installing;
}

void Session::execute() {
    const auto& plan = state_.seen->inspection.plan;
    if (!plan || running())
        return;
    packages_.forget();
    asker_.stop();
    state_.packagesRead = {};
    run_.begin(plan->steps, RunView::Clock::now());
    const EngineOrder order{plan->request, plan, state_.passwords, whenLeft_, state_.maintenance};
    doing_ = intended();
    start(order);
}

void Session::setRecoveryPassword(Secret password) {
    entered_ = entered_ || !password.empty();
    state_.typedForRecovery = std::move(password);
}

void Session::recover(bool resume) {
    if (running())
        return;
    run_.begin({}, RunView::Clock::now());
    doing_ = Doing::recovering;
    EngineOrder order;
    order.request.root = state_.request.root;
    order.passwords.database = recoveryPassword(state_);
    order.whenLeft = whenLeft_;
    order.recovery = resume ? Recovery::resume : Recovery::rollback;
    start(order);
}

std::optional<EngineCall> Session::callOfEngine() const {
    return engineCall(engineProgram_, {QStringLiteral("engine")}, elevationMeans(state_.request.root));
}

void Session::start(const EngineOrder& order) {
    runEnd_.reset();
    engine_ = std::make_unique<EngineProcess>();
    connect(engine_.get(), &EngineProcess::told, this,
            [this](const EngineEvent& event) { run_.take(event, RunView::Clock::now()); });
    connect(engine_.get(), &EngineProcess::ended, this, [this](const RunEnd& end) { lookAtResult(end); });
    if (const auto call = callOfEngine())
        engine_->run(*call, order);
    else
        lookAtResult({RunEnd::Kind::notStarted, {}, noElevation()});
}

void Session::lookAtResult(const RunEnd& end) {
    const std::uint64_t number = ++look_;
    threads_.emplace(number, std::jthread([this, number, end, root = state_.request.root] {
                         auto standby = std::make_shared<const Result<StandbyStatus>>(bes::status(root));
                         QMetaObject::invokeMethod(
                             this, [this, number, end, standby] { finish(number, end, *standby); },
                             Qt::QueuedConnection);
                     }));
}

void Session::finish(std::uint64_t look, const RunEnd& end, const Result<StandbyStatus>& standby) {
    threads_.erase(look);
    entered_ = false;
    state_.seen.reset(); // the computer is another one now
    runReport_ = wizard::runReport(doing_, end, standby ? &*standby : nullptr);
    runEnd_ = end;
    installed_.reset();
    if (standby && runReport_.severity != Severity::blocker && !end.result.failure)
        installed_ = standby->receipt;
    Q_EMIT runEnded();
}

void Session::cancel() {
    if (engine_)
        engine_->wish(EngineWish::cancel);
}

void Session::setWhenLeft(WhenLeft whenLeft) {
    whenLeft_ = whenLeft;
    if (engine_)
        engine_->wish(whenLeft == WhenLeft::undo ? EngineWish::undoWhenLeft : EngineWish::finishWhenLeft);
}

} // namespace bes::wizard
