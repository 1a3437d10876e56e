#pragma once

namespace bes::host {

/// Copies extended attributes (ACLs, security labels) as far as the file system and the rights of this
/// process allow: what can't be copied is left out, as cp -p does.
void copyExtendedAttributes(int from, int to);

} // namespace bes::host
