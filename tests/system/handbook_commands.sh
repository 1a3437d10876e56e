#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Every command of the handbook runs as it stands there, on a computer with a real systemd that has the handbook's places.
. "$(dirname "$0")/assertions.sh"
. "$(dirname "$0")/box.sh"
need_root

open_box --hostname standby1
assert "setup and practice are installed" inside bash -c "for component in setup practice; do
  cmake --install '$BES_BUILD' --prefix /usr --component \$component; done"
inside bash -c '
  mkdir -p /srv/work /srv/bes /mnt/bes-media
  cp "$1/BESMgmt.db" /srv/bes/
  cp -r "$1"/media/good/. /mnt/bes-media/
  cp "$1/keys/signer.crt" /srv/work/vendor.pem
  "$2/tests/lab/make-primary" /srv/work && mv /srv/work/server.reg /srv/work/bes.reg' bash "$lab" "$source_folder"
assert "every command runs" inside bash -c 'cd /srv/work && exec "$1/tests/system/handbook_commands.py" "$1/resources/handbook/handbook.md"' \
  bash "$source_folder"

# The handbook itself, as it is installed.
handbook=/usr/share/bes-standby-setup/handbook
try inside bes-standby-setup help handbook
assert_code "help shows it as text" 0
assert_says "# Handbook for administrators"
assert_says "units.remove" # the end of the reference
assert "it has no picture there" bash -c '! grep -q "!\[" <<<"$1"' bash "$output"
assert "every id and exit code has its entry in the HTML" inside bash -c '
  bes-standby-setup help findings --json >ids.json; bes-standby-setup help exit-codes --json >codes.json
  python3 - "$1" <<END
import json, re, sys
html = open(sys.argv[1], encoding="utf-8").read()
ids = json.load(open("ids.json"))
wanted = [entry["id"] for key in ("findings", "failures", "steps") for entry in ids[key]]
wanted += [entry["id"] for entry in json.load(open("codes.json"))["exit_codes"]]
missing = [word for word in wanted if f"<td><code>{word}</code></td>" not in html]
sys.exit(f"{missing}" if missing or len(wanted) < 200 else 0)
END' bash $handbook/handbook.html
assert "every picture, fact and heading that the HTML leads to is there" inside python3 -c '
import pathlib, re, sys
page = pathlib.Path(sys.argv[1])
html = page.read_text(encoding="utf-8")
links = re.findall(r"(?:src|href)=\"([^\"]+)\"", html)
names = set(re.findall(r" id=\"([^\"]+)\"", html))
lost = [link for link in links if not (link[1:] in names if link.startswith("#") else (page.parent / link).exists())]
sys.exit(f"{lost}" if lost or len(links) < 30 else 0)' $handbook/handbook.html
finish
