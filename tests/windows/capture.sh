#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# shellcheck disable=SC2119 # install_standby takes more answers, or none
# Media of an installed primary, captured and installed on Windows: its programs run as services, and the documented values of its
# registry are written on the standby, but for those that are the standby's own; remove gives the registry back.
. "$(dirname "$0")/wine.sh"
. "$(dirname "$0")/site.sh"

make_site
"$source_folder/tests/lab/make-primary" "$lab/primary"
# programs that run as services
find "$lab/primary/server" -iname '*.exe' -exec cp "$practice_service" {} \;
captured=(media capture --catalog 'S:/resources/catalog/bes-5.0-domino-windows.json' --from C:/lab/primary/server
  --registry C:/lab/primary/server.reg --registry C:/lab/primary/services.reg)
try setup "${captured[@]}" --sign C:/lab/keys/signer.key C:/lab/keys/signer.crt --out C:/lab/media/captured
assert_code "media is made of the server" 0
assert_says "registry +4 values"
try setup media verify C:/lab/media/captured --media.trust C:/lab/keys/signer.crt
assert_code "media verify takes it" 0

sqlite3 "$lab/BESMgmt.db" "UPDATE ServerConfig SET ProductVersion = '5.0.3' WHERE ServerName = 'BES-NORTH'"
sed -i 's|^folder = .*|folder = C:\\lab\\media\\captured|; /^add = /d; /^accept = /d' "$lab/standby.ini"
before=$(registry 'HKLM\Software')
install_standby
assert_code "the standby is installed from it" 0
for name in "BlackBerry Router" "BlackBerry Dispatcher" "BlackBerry Controller"; do assert "$name runs" comes_to "$name" RUNNING; done
for name in "${deferred[@]}"; do assert_equal "$name does not" STOPPED "$(state_of "$name")"; done

product='HKLM\Software\Wow6432Node\Research In Motion'
assert_equal "a number of the primary's registry is written" 0x5 \
  "$(value_of "$product\\BlackBerry Enterprise Server\\Agents" NumAgents)"
assert_equal "and a list of texts" 'pdf\0doc' "$(value_of "$product\\BBAttachServer\\BBAttachBESExtension" BBAttachFormatList)"
assert_equal "the standby's own values are its own" BES-NORTH-standby \
  "$(value_of "$product\\BlackBerry Enterprise Server\\Setup" ConfigServerName)"
assert_equal "a secret of the primary is not there" "" \
  "$(value_of "$product\\BlackBerry Enterprise Server\\Setup" SRPAuthenticationKey)"
said wine reg delete "$product\\BlackBerry Enterprise Server\\Agents" /v NumAgents /f > /dev/null
try setup repair
assert_code "a value that is lost is repaired" 0
assert_equal "and is as it was" 0x5 "$(value_of "$product\\BlackBerry Enterprise Server\\Agents" NumAgents)"

try setup remove
assert_code "the standby is removed" 0
assert_equal "the registry is as before" "$before" "$(registry 'HKLM\Software')"
finish
