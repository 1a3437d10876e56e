#include "models/session.hpp"

namespace bes::wizard {

Seen look(const Request& request, const Passwords& passwords, const Looking& looking) {
    Inspection inspection = inspect(request, passwords, looking);
    const Fact<bool>& administrator = inspection.facts.administrator;
    if (administrator.known() && !administrator.value() && engineCall({}, {}, elevationMeans(request.root))) {
        inspection.facts.administrator = true;
        inspection = judge(std::move(inspection.facts), request);
    }
    std::vector<check::PrimaryChoice> primaries = check::primaryChoices(inspection.facts);
    return {request, std::move(inspection), std::move(primaries)};
}

Session::Session(Request request, Passwords passwords, QString engine, QObject* parent)
    : QObject(parent), engineProgram_(std::move(engine)) {
    state_.request = std::move(request);
    state_.passwords = std::move(passwords);
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
    const bool onlyAccepted = [&] {
        Request with = state_.request;
        with.domino.acceptUnknown = request.domino.acceptUnknown;
        return with == request;
    }();
    state_.request = request;
    if (onlyAccepted && state_.seen && !looking_) { // nothing new to look at, only to be judged anew
        auto seen = std::make_shared<Seen>(*state_.seen);
        seen->request = request;
        seen->inspection = judge(std::move(seen->inspection.facts), request);
        state_.seen = std::move(seen);
        Q_EMIT seenChanged();
    }
    Q_EMIT requestChanged();
}

void Session::lookFor(PageId page, bool again) {
    if (!again && !outdated(page, state_)) {
        stopLooking();
        return;
    }
    stopLooking();
    const Request wanted = neededFor(page, state_.request);
    // A copy: the thread may outlive what was seen before.
    const auto before = state_.seen;
    const auto* asked = again ? nullptr : stillAsked(state_, wanted);
    looking_ = true;
    const std::uint64_t number = ++look_;
    threads_.emplace(number, std::jthread([this, number, wanted, passwords = state_.passwords, before,
                                           asked](const std::stop_token& stop) {
                         auto seen = std::make_shared<const Seen>(look(wanted, passwords, {asked, stop}));
                         QMetaObject::invokeMethod(
                             this, [this, number, seen] { take(number, seen); }, Qt::QueuedConnection);
                     }));
    Q_EMIT lookingChanged();
}

void Session::stopLooking() {
    if (!looking_)
        return;
    threads_.at(look_).request_stop();
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
    Q_EMIT lookingChanged();
    Q_EMIT seenChanged();
}

void Session::install() {
    const auto& plan = state_.seen->inspection.plan;
    if (!plan || running())
        return;
    run_.begin(plan->steps, RunView::Clock::now());
    const EngineOrder order{plan->request, plan, state_.passwords, whenLeft_};
    start({QStringLiteral("engine")}, &order);
}

void Session::recover(bool resume) {
    if (running())
        return;
    run_.begin({}, RunView::Clock::now());
    start(recoverWords(state_.request.root, resume), nullptr);
}

void Session::start(const QStringList& words, const EngineOrder* order) {
    runEnd_.reset();
    engine_ = std::make_unique<EngineProcess>();
    connect(engine_.get(), &EngineProcess::told, this,
            [this](const EngineEvent& event) { run_.take(event, RunView::Clock::now()); });
    connect(engine_.get(), &EngineProcess::ended, this, [this](const RunEnd& end) { lookAtResult(end); });
    const auto call = engineCall(engineProgram_, words, elevationMeans(state_.request.root));
    if (!call) {
        lookAtResult({RunEnd::Kind::notStarted, {}, "Neither pkexec nor sudo is installed"});
        return;
    }
    if (order != nullptr)
        engine_->install(*call, *order);
    else
        engine_->run(*call);
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
    state_.seen.reset(); // the computer is another one now
    runReport_ = wizard::runReport(end, standby ? &*standby : nullptr);
    runEnd_ = end;
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
