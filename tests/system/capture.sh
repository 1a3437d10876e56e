#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Media of an installed primary: files go to the packages of their components, what belongs to that server alone stays behind
# and is named, no secret comes along, and names that Windows forbids are refused before anything is written.
. "$(dirname "$0")/assertions.sh"

"$source_folder/tests/lab/make-primary" "$work"
before=$(snapshot "$work/server")
order=(--catalog bes-5.0-domino-windows --from "$work/server" --registry "$work/server.reg" --registry "$work/services.reg")
signed=(--sign "$lab/keys/signer.key" "$lab/keys/signer.crt")
capture() { try "$setup" media capture "${order[@]}" "$@"; }

capture --dry-run
assert_code "a dry run reads the server" 0
assert_says "can be made of the server"
refute "and writes nothing" test -e "$work/media"

capture "${signed[@]}" --out "$work/media"
assert_code "media is made of the server" 0
assert_says "Media for BlackBerry Enterprise Server for IBM Lotus Domino 5\\.0\\.3"
assert_says "registry +4 values"
for left in "Logs/ +logs" "web\\.cer +certificates and keys" "web\\.bin +it is a private key" "ca\\.dat +it is a certificate" \
  "readme\\.key\\.txt +it has a private key in it" "state\\.dat +it has an SRP authentication key in it" \
  "notes\\.txt +it has the value DatabasePassword of the registry in it" "MDS/config/database\\.property +its settings have a value" \
  "MDS/config/wide\\.ini +its settings have a value" "MDS/config/rim\\.property +its settings name the server" \
  "server\\.id +Notes IDs" "names\\.nsf +databases" "notes\\.ini +settings of a Domino server" "link\\.txt +a link" \
  "Setup.SRPAuthenticationKey" "Setup.ConfigServerName" "collaboration +the name of its program is unknown" \
  "task BES: it is not in the folder" "outside this folder"; do
  assert_says "$left"
done
said=$output
assert_equal "the server is as it was" "$before" "$(snapshot "$work/server")"

trusted=(--media.trust "$lab/keys/signer.crt")
assert "media verify takes it" "$setup" media verify "$work/media" "${trusted[@]}"
mkdir "$work/unpacked"
for package in "$work"/media/packages/*.tar.zst; do
  tar --zstd -xf "$package" -C "$work/unpacked" --one-top-level="$(basename "$package" .tar.zst)"
done
in_package() { assert "$2 is in package $1" test -f "$work/unpacked/$1/$2"; }
in_package router BlackberryRouter.exe
in_package attachment BBConvert.exe
in_package mds-connection MDS/BMDS.EXE
in_package administration BAS/bin/BAS-NCC.exe
in_package administration BAS/bin/BAS-AS.exe
in_package mds-integration BAS/bin/unknown-name.exe
in_package common shared.dll
in_package common MDS/config/general.property
in_package common Help/en/password.txt
assert "an empty folder comes along" test -d "$work/unpacked/common/empty"

# No secret and no name of the server: not on the media, packed or not, and no secret in what was said
srp_key=$(cat "$work/srp-key")
for word in "$srp_key" "${srp_key//-/}" NEVER never-besadmin Tr0ub4dor PRIMARY7 primary7 'PRIVATE KEY'; do
  refute "the media does not have $word" grep -rlaiF -- "$word" "$work/unpacked" "$work/media/media.json"
done
utf16=$(printf NEVER | sed 's/./&\\x00/g')
refute "nor in UTF-16" grep -rlaP -- "$utf16" "$work/unpacked"
for word in "$srp_key" Tr0ub4dor; do
  refute "nor does the output" grep -qF -- "$word" <<<"$said"
done

output=$(cat "$work/media/media.json")
assert_says '"language": ""'
assert_says '"name": "NumAgents", "type": "REG_DWORD", "data": \[ "5" \]'
assert_says '"name": "BBAttachFormatList", "type": "REG_MULTI_SZ", "data": \[ "pdf", "doc" \]'

# It can be planned with: on Linux it is refused by its system, and by nothing else of the media
practice_site
try "$setup" check --all "${site[@]}" --media.folder "$work/media" "${trusted[@]}"
assert_code "media for Windows is refused on Linux" 5
assert_says "media\\.system"
assert_says "media\\.signature +The media is signed by a trusted publisher"
assert_says "media\\.complete +The media is complete"

# The same server gives the same media, whatever a copy did to modes and times
cp -r "$work/server" "$work/copy"
find "$work/copy" -type f -exec chmod 0600 {} + -exec touch -d 2001-01-01 {} +
order[3]=$work/copy
capture "${signed[@]}" --out "$work/again"
assert_code "media is made of a copy" 0
assert "it is the same, byte for byte" diff -r "$work/media" "$work/again"

# Names that Windows forbids or folds
cd "$work/copy" || exit 1
for name in CON NUL.txt com1.dll 'end.' 'blank ' 'a:b' 'a?b' 'a*b' 'a|b' 'a"b' 'a<b' 'a\b' PROGRA~1 SHARED.DLL $'line\nbreak' grün.txt; do
  echo x >"$name"
done
mkdir 'aux' && echo x >aux/inside.dll
capture "${signed[@]}" --out "$work/never"
assert_code "names that no media can have are refused" 5
for name in CON NUL.txt com1.dll 'end\.' 'blank ' 'a:b' 'a\?b' 'a\*b' 'a\|b' 'a"b' 'a<b' 'a\\b' PROGRA~1 shared.dll 'line\?break' grün.txt aux; do
  assert_says "$name\"? "
done
refute "and nothing is written" test -e "$work/never" -o -e "$work/never.partial"
leave=()
for name in CON 'NUL.*' 'com1.*' 'end.' 'blank ' 'a?b' PROGRA~1 'line*' 'gr*.txt' aux 'a*b'; do leave+=(--leave-out "$name"); done
capture --dry-run "${leave[@]}"
assert_code "case twins stay" 5
capture --dry-run "${leave[@]}" --leave-out SHARED.DLL
assert_code "what a person leaves out does not matter" 0
assert_says "NUL\\.txt +named by you"
cd "$work" || exit 1

# Mistakes
printf 'REGEDIT4\n\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Research In Motion\\X]\n"v"=NEVER\n' >"$work/broken.reg"
try "$setup" media capture --catalog bes-5.0-domino-windows --from "$work/server" --registry "$work/broken.reg" --dry-run
assert_code "a broken export is refused" 2
assert_says "broken\\.reg.*line 4: the kind of a value is unknown"
refute "and what is in the line is not shown" grep -q NEVER <<<"$output"
try "$setup" media capture --catalog bes-5.0-domino --from "$work/server" --dry-run
assert_code "a catalogue without rules is refused" 5
assert_says "no rules"
try "$setup" media capture --catalog bes-5.0-domino-windows --from "$work/root" --dry-run
assert_code "another folder is refused" 5
finish
