#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# The media: anybody can check its signature with OpenSSL alone, and the same input gives the same bytes.
. "$(dirname "$0")/assertions.sh"

good=$lab/media/good
openssl_verify() { # MEDIA-FOLDER
  openssl cms -verify -binary -inform DER -in "$1/media.json.p7s" -content "$1/media.json" \
    -CAfile "$lab/keys/signer.crt" -purpose any -out /dev/null
}
assert "plain openssl cms -verify takes the signature" openssl_verify "$good"
refute "and does not take that of edited media" openssl_verify "$lab/media/edited-manifest"
refute "and not a stranger's" openssl_verify "$lab/media/wrongly-signed"

assert "media verify takes good media" "$setup" media verify --media.folder "$good" --media.trust "$lab/keys/signer.crt"
try "$setup" media verify --media.folder "$lab/media/flipped-bit" --media.trust "$lab/keys/signer.crt"
assert_code "media verify finds one flipped bit" 5
assert_says "dispatcher"

practice_site
check() { try "$setup" check --all "${site[@]}" "$@"; }
check
assert_code "check reads good packages" 0
assert_says "media.complete +The media is complete media.packages +The packages of the media are intact"
check --media.folder "$lab/media/flipped-bit"
assert_code "and finds the flipped bit before an installation does" 5
assert_says "A package of the media is damaged.*dispatcher.*Copy the media again"

cp -a "$lab/tree" "$work/tree"
find "$work/tree" -exec touch -h -d 2001-01-01 {} +
create=("$setup" media create --catalog "$source_folder/resources/catalog/bes-5.0-domino.json" --from "$work/tree"
  --license-id practice-1 --license de="$source_folder/app/practice/data/license.de.txt"
  --license "$source_folder/app/practice/data/license.en.txt" --sign "$lab/keys/signer.key" "$lab/keys/signer.crt" --out "$work/again")
assert "media is made a second time, of files with other times" "${create[@]}"
assert "it is the same, byte for byte" diff -r "$good" "$work/again"

# Ended in the middle of a file that takes a minute
rm -r "$work/again"
truncate -s 50G "$work/tree/dispatcher/large"
begin() {
  "${create[@]}" &>"$work/made.txt" &
  making=$!
  clean_ups+=("kill -KILL $making 2>/dev/null")
  for ((i = 0; i < 300; ++i)); do
    [ ! -s "$work/again.partial/packages/dispatcher.tar.zst" ] || break
    sleep 0.1
  done
  assert "media is being made" test -s "$work/again.partial/packages/dispatcher.tar.zst"
}
ended() {
  wait "$making"
  code=$? ended=${EPOCHREALTIME/./} output=$(cat "$work/made.txt")
}
begin
try "${create[@]}"
assert_code "meanwhile another can't make the same" 20
assert_says "process $making .*bes-standby-setup media"
kill -TERM "$making"
asked=${EPOCHREALTIME/./}
ended
assert_code "a signal ends it" 21
assert_says "Run the same command again"
assert "within two seconds" test $(((ended - asked) / 1000)) -le 2000
refute "what it wrote is gone" test -e "$work/again.partial" -o -e "$work/again"
begin
kill -KILL "$making"
ended
assert "killed, it leaves what it wrote" test -e "$work/again.partial/packages"
rm "$work/tree/dispatcher/large"
assert "and the same command makes the media" "${create[@]}"
assert "which is the same again" diff -r "$good" "$work/again"
refute "and leaves nothing beside it" test -e "$work/again.partial"

mv "$work/again" "$work/again.partial"
try "${create[@]}"
assert_code "a folder of that name which setup did not make is left alone" 5
assert_says "setup did not make it.*Move it away"
assert "it is as it was" diff -r "$good" "$work/again.partial"
finish
