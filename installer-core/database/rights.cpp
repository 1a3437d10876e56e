// SPDX-License-Identifier: Apache-2.0
#include "database/rights.hpp"

#include <soci/soci.h>

namespace bes::database {

std::vector<std::string> missingServerRights(soci::session& sql) {
    std::vector<std::string> missing;
    std::string right;
    soci::statement rows =
        (sql.prepare << "SELECT r || ' on ' || t FROM unnest(ARRAY['serverconfig', 'serveraddress', "
                        "'servercomponent', 'bespair']) AS t, "
                        "unnest(ARRAY['INSERT', 'UPDATE', 'DELETE']) AS r "
                        "WHERE NOT has_table_privilege(quote_ident(t), r) ORDER BY t, r",
         soci::into(right));
    rows.execute();
    while (rows.fetch())
        missing.push_back(right);
    return missing;
}

} // namespace bes::database
