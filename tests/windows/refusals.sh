#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# What setup refuses on Windows ends as on Linux (tests/system/refusals.sh): the same exit code, a reason and a remedy, and files,
# services, registry and database are as before.
. "$(dirname "$0")/wine.sh"
. "$(dirname "$0")/site.sh"

make_site
make_signer stranger
assert "media of a stranger is made" make_media wrongly-signed tree catalog.json stranger
for name in unsigned edited-manifest missing-package; do cp -r "$lab/media/good" "$lab/media/$name"; done
rm "$lab/media/unsigned/media.json.p7s" "$lab/media/missing-package/packages/alert.tar.zst"
sed -i 's/deferred-until-failover/start-after-setup/' "$lab/media/edited-manifest/media.json"
everything() { tree; registry "$services_key" 'HKLM\Software' 'HKCU'; contents; }
cp "$source_folder/resources/catalog/bes-5.0-domino.json" "$lab/linux.json"
sed 's/"$schema": "[^"]*",//' -i "$lab/linux.json"
cp -r "$lab/tree" "$lab/linux-tree"
while read -r package file; do
  cp "$practice_service" "$lab/linux-tree/$package/$file"
done < <(python3 -c 'import json, sys
for c in json.load(open(sys.argv[1], encoding="utf-8"))["components"]:
    for s in c["services"]: print(c["package"], s["program"])' "$lab/linux.json")
assert "media for Linux is made" make_media linux linux-tree linux.json signer
before=$(everything)

refused() { # WHAT CODE TEXT... -- [ARGUMENT...]
  local what=$1 wanted=$2 texts=() text
  shift 2
  while [ "$1" != -- ]; do texts+=("$1"); shift; done
  shift
  try setup install "$@"
  assert_code "$what is refused" "$wanted"
  for text in "${texts[@]}"; do assert_says "$text"; done
  assert_equal "$what: nothing is changed" "$before" "$(everything)"
}
refused_with() { # the same with the answer file
  local head=()
  while [ "$1" != -- ]; do head+=("$1"); shift; done
  shift
  refused "${head[@]}" -- --answer-file C:/lab/standby.ini "${accepted[@]}" "$@"
}

# The primary and the pair
refused_with "a second standby" 10 "has a standby" "BES-EAST-STANDBY" -- --primary.name BES-EAST
refused_with "a primary of another version" 12 "4\.1\.7" "5\.0" -- --primary.name BES-OLD
refused_with "an unknown primary" 8 "BES-NORTH" -- --primary.name BES-NORT
refused_with "a component without what it needs" 14 "dispatcher" -- --components.omit dispatcher

# The media
refused_with "unsigned media" 5 "sign" "media.allow-unsigned|--media.trust" -- --media.folder C:/lab/media/unsigned
refused_with "media signed by a stranger" 5 "stranger" -- --media.folder C:/lab/media/wrongly-signed
refused_with "media whose media.json was edited" 5 "sign" -- --media.folder C:/lab/media/edited-manifest
refused_with "media with a missing package" 5 "alert" -- --media.folder C:/lab/media/missing-package
refused_with "media that is not there" 5 "no-such-media" -- --media.folder C:/no-such-media
refused_with "media for Linux" 5 "media for Linux|for Linux" "media\.system" -- --media.folder C:/lab/media/linux
refused_with "a license that is not accepted" 29 "licen[sc]e" -- --license.accept no

# The computer
refused_with "an image" 2 'target\.root' "on that computer" -- --target.root C:/lab/image
manager='HKLM\System\CurrentControlSet\Control\Session Manager'
said wine reg add "$manager" /v PendingFileRenameOperations /t REG_MULTI_SZ /f \
  /d '\??\C:\new.exe\0!\??\C:\program files\bes standby\alert\bin\BESAlert.exe' > /dev/null
refused_with "a restart that replaces what would be installed" 3 "computer\.restart" "BESAlert\.exe" "Restart" --
said wine reg delete "$manager" /v PendingFileRenameOperations /f > /dev/null

# The answers
printf '[primary]\r\nnam = BES-NORTH\r\n[components]\r\npreset = same-as-primry\r\n' > "$work/answers.ini"
cp "$work/answers.ini" "$lab/wrong.ini"
before=$(everything)
refused "an answer file with wrong keys and values" 2 'primary\.nam\b' 'primary\.name' 'same-as-primary' 'line' -- \
  --answer-file C:/lab/wrong.ini
refused_with "an unknown option" 2 'primary\.name' -- --primary.nmae X
refused "an installation without answers" 2 'primary\.name' 'database\.location' 'media\.folder' --
refused_with "an account that needs a password" 2 'service\.account' 'LocalService' -- --service.account '.\bes'
refused_with "a database that is not there" 7 "no-such" -- --database.location C:/no-such.db
refused_with "a notes.ini that is not there" 16 "notes.ini" -- --domino.notes-ini C:/elsewhere/notes.ini

# A port that a service needs
python3 -c 'import socket, time; s = socket.socket(); s.bind(("127.0.0.1", 3200)); s.listen(); time.sleep(60)' &
listener=$!
sleep 1
refused_with "a port that somebody has" 15 "3200" --
kill "$listener"
finish
