// SPDX-License-Identifier: Apache-2.0
#include "plan/counted_services.hpp"

#include "host/root.hpp"
#include "model/system_words.hpp"
#include "text/quantities.hpp"

namespace bes::plan {

System systemOf(const Facts& facts) {
    return facts.computer.known() ? facts.computer.value().system : host::thisSystem();
}

std::string countedServices(std::size_t number, System system) {
    return counted(number, serviceWord(system));
}

} // namespace bes::plan
