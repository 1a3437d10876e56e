#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Refusals that need root to be shown: no privileges, full disk.
. "$(dirname "$0")/assertions.sh"
need_root

# A folder that anybody can enter, wherever the build folder is.
place=$(mktemp -d)
chmod 755 "$place"
clean_ups+=("rm -rf $place")
cp "$setup" "$(dirname "$setup")/bes-domino-probe" "$place"
cp -r "$lab/media/good" "$lab/keys/signer.crt" "$lab/BESMgmt.db" "$place"
chmod -R a+rX "$place"
root=$place/root
"$source_folder/tests/lab/make-computer" "$lab" "$root"
everything() { snapshot "$root" "$place/BESMgmt.db"; }
install=("$place/bes-standby-setup" install --target.root "$root" --standby.computer standby1.example.org
  --primary.name BES-NORTH --database.location "$place/BESMgmt.db" --media.folder "$place/good"
  --media.trust "$place/signer.crt" --domino.notes-ini /local/notesdata/notes.ini --license.accept)

before=$(everything)
try setpriv --reuid=nobody --regid=nogroup --clear-groups "${install[@]}"
assert_code "an installation without privileges is refused" 4
assert_says "administrator|root"
assert_equal "without privileges nothing is changed" "$before" "$(everything)"

mount -t tmpfs -o size=300k full "$root/opt"
clean_ups+=("umount $root/opt")
before=$(everything)
try "${install[@]}"
assert_code "an installation onto a full disk is refused" 6
assert_says "needs? .*(KiB|MiB)"
assert_says "/opt"
assert_equal "with a full disk nothing is changed" "$before" "$(everything)"
finish
