#include "detect/looks.hpp"
#include "domino/ask_probe.hpp"
#include "host/root.hpp"

namespace bes::detect {

Fact<domino::DominoFacts> lookAtDomino(const Request& request, const Secret&, const Facts& facts) {
    using Found = Fact<domino::DominoFacts>;
    if (!facts.database.known())
        return Found::unknown("the primary's Domino server is not known: " + facts.database.reason());
    const Server* primary = facts.database.value().findServer(request.primary);
    if (primary == nullptr)
        return Found::unknown("not looked at: the primary is not known");
    if (primary->dominoServer.empty())
        return Found::unknown("the database does not say which Domino server " + primary->name + " has");

    const host::Root root(request.root);
    domino::ProbeOrder order;
    order.probe = domino::ownProbe();
    order.primary = primary->dominoServer;
    order.root = request.root;
    order.limit = std::chrono::seconds(request.domino.timeLimit);
    if (!request.domino.programFolder.empty())
        order.programFolder = root(request.domino.programFolder);
    if (facts.notesIni.known() && facts.notesIni.value()) {
        order.standby = facts.notesIni.value()->serverName;
        order.notesIni = root(facts.notesIni.value()->path);
    }
    return domino::askProbe(order);
}

} // namespace bes::detect
