// SPDX-License-Identifier: Apache-2.0
#include "models/domino_asker.hpp"

#include "models/run_report.hpp"
#include "models/words.hpp"

namespace bes::wizard {
namespace {

std::string whyEnded(const RunEnd& end) {
    if (end.result.failure)
        return end.result.failure->what + ": " + end.result.failure->why;
    return end.why.empty() ? words("DominoAsker", "It ended without an answer") : end.why;
}

} // namespace

void DominoAsker::ask(const std::optional<EngineCall>& call, const Request& request,
                      const Passwords& passwords) {
    refusal_.clear();
    EngineOrder order;
    order.request = request;
    order.passwords = passwords;
    order.askDomino = true;
    if (!call)
        return refuse(noElevation());
    ++waitedFor_;
    if (engine_)
        engine_->order(order);
    else
        begin(*call, order);
}

void DominoAsker::begin(const EngineCall& call, const EngineOrder& order) {
    waitedFor_ = 1;
    answeredOnce_ = false;
    engine_ = std::make_unique<EngineProcess>();
    connect(engine_.get(), &EngineProcess::told, this, [this](const EngineEvent& event) {
        const auto* asked = std::get_if<DominoAsked>(&event);
        if (asked == nullptr)
            return;
        answeredOnce_ = true;
        if (--waitedFor_ == 0)
            Q_EMIT answered(asked->look);
    });
    connect(engine_.get(), &EngineProcess::ended, this, [this](const RunEnd& end) { refuse(whyEnded(end)); });
    engine_->run(call, order);
}

void DominoAsker::refuse(const std::string& why) {
    const bool waited = waitedFor_ > 0 || engine_ == nullptr;
    stop();
    if (!waited) // the rights are asked for anew the next time
        return;
    refusal_ = QString::fromStdString(why);
    Q_EMIT refused();
}

void DominoAsker::stop() {
    waitedFor_ = 0;
    answeredOnce_ = false;
    if (!engine_)
        return;
    engine_->disconnect(this);
    engine_.release()->deleteLater(); // this may be called by a signal of it
}

} // namespace bes::wizard
