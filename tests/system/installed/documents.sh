#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Manual pages, desktop entry, AppStream data and the policy of pkexec are valid, and the pages tell of what the programs take.
. "$(dirname "$0")/../assertions.sh"

try env DESTDIR="$work" cmake --install "$BES_BUILD" --prefix /usr
assert_code "everything is installed" 0
for page in "$work"/usr/share/man/man?/*; do
  assert_equal "mandoc has nothing to say on $(basename "$page")" "" "$(mandoc -T lint -W warning "$page" 2>&1)"
done
page() { mandoc -T ascii "$work/usr/share/man/$1" | col -b; }
says() { grep -qF -e "$2" <<<"$1"; }

answers=$(page man5/bes-standby-answers.5)
while read -r key; do
  assert "bes-standby-answers(5) has the key $key" says "$answers" " $key = "
done < <("$setup" answers new | sed -nE 's/^#?([a-z-]+) = .*/\1/p' | sort -u)

catalog=$(page man5/bes-standby-catalog.5)
while read -r property; do
  assert "bes-standby-catalog(5) has the property $property" says "$catalog" "$property: "
done < <(python3 - "$source_folder/resources/json-schemas/catalog-1.schema.json" <<'END'
import json, sys
schema = json.load(open(sys.argv[1]))
for part in schema, *schema["$defs"].values():
    print(*part.get("properties", {}), sep="\n", end="\n" if part.get("properties") else "")
END
)
probe=$(page man8/bes-domino-probe.8)
while read -r option; do
  assert "bes-domino-probe(8) has the option $option" says "$probe" "$option"
done < <("$BES_BUILD/bin/bes-domino-probe" --help | grep -oE '^ +--[a-z-]+' | tr -d ' ')
says_wizard=$(page man8/bes-standby-wizard.8)
assert "bes-standby-wizard(8) has its options" says "$says_wizard" "--answer-file"

share=$work/usr/share
assert_equal "the desktop entry is valid" "" "$(desktop-file-validate "$share/applications/bes-standby-wizard.desktop" 2>&1)"
assert "the AppStream data is valid" "$source_folder/packaging/check-appstream" "$share"/metainfo/*.xml
assert_equal "the desktop entry's icon is there" bes-standby-wizard.svg "$(ls "$share/icons/hicolor/scalable/apps")"
assert "pkexec asks with the words of the policy for setup, and keeps no answer" python3 -c '
import sys, xml.etree.ElementTree as tree
action = tree.parse(sys.argv[1]).getroot().find("action")
path = action.find("annotate[@key=\"org.freedesktop.policykit.exec.path\"]").text
assert path == sys.argv[2], path
assert len(action.findall("message")) == len(action.findall("description")) == 2
assert {default.text for default in action.find("defaults")} == {"auth_admin"}' \
  "$share"/polkit-1/actions/*.policy "$(sed -n 's/^CMAKE_INSTALL_PREFIX:PATH=//p' "$BES_BUILD/CMakeCache.txt")/bin/bes-standby-setup"
finish
