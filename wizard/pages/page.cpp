// SPDX-License-Identifier: Apache-2.0
#include "pages/page.hpp"

namespace bes::wizard {

Page::Page(PageId id, Session& session) : id_(id), session_(session) {
}

const Seen* Page::seen() const {
    return outdated(id_, state()) ? nullptr : state().seen.get();
}

void Page::change(const Request& request) {
    if (request == session_.request())
        return;
    session_.setRequest(request);
    session_.lookAnew();
}

void Page::change(const Maintenance& wanted) {
    session_.setMaintenance(wanted);
    session_.lookAnew();
}

} // namespace bes::wizard
