#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Paths of more than 260 characters, which Windows takes from programs that ask for them in its own form alone: media is made of such
# files, in such a folder, and captured from them; installed from there, compared, repaired and removed.
. "$(dirname "$0")/wine.sh"
. "$(dirname "$0")/site.sh"

make_site
long=$(printf 'long%0116d' 0)
deep=alert/share/$long/$long # with the folder of the installation, and with the one of the tree, more than 260
source=$lab/$long/$long
mkdir -p "$source"
cp -r "$lab/tree" "$source/tree"
mkdir -p "$source/tree/$deep/empty"
echo "far below" > "$source/tree/$deep/README"
folder="C:/lab/$long/$long"
before=$(tree | grep -vF ./lab/BESMgmt.db)

license=(--license-id practice-1 --license en=S:/app/practice/data/license.en.txt --sign C:/lab/keys/signer.key C:/lab/keys/signer.crt)
try setup media create --catalog C:/lab/catalog.json --from "$folder/tree" "${license[@]}" --out "$folder/media"
assert_code "media is made of them, where its own path is long" 0
assert "with its files" grep -qF "$long/$long/README" "$source/media/media.json"
assert "and its empty folders" grep -qF "$long/$long/empty" "$source/media/media.json"
try setup media create --catalog C:/lab/catalog.json --from "$folder/tree" "${license[@]}" --out "$folder/media"
assert_code "not where there is media already" 5
assert_says "exists and is not empty"
try setup media verify "$folder/media" --media.trust C:/lab/keys/signer.crt
assert_code "it is whole" 0

standby="$drive/Program Files/BES Standby"
install_standby --media.folder "$folder/media"
assert_code "it is installed" 0
assert "with the file" cmp "$source/tree/$deep/README" "$standby/$deep/README"
assert "and the folder" test -d "$standby/$deep/empty"
different() { # TEXT: what a run with --json found different
  setup repair "${@}" --json 2> /dev/null < /dev/null | tail -n 1 > "$work/result.json"
  sqlite3 :memory: "SELECT value ->> 'what' FROM json_each(readfile('$work/result.json'), '\$.differences')" | sed 's|.*/||'
}
assert_equal "nothing differs from what was installed" "" "$(different --media.folder "$folder/media")"
echo "far beyond" > "$standby/$deep/README"
assert_equal "a change is found, and mended" README "$(different --media.folder "$folder/media")"
assert "so that it is as before" cmp "$source/tree/$deep/README" "$standby/$deep/README"

try setup remove
assert_code "the standby is removed" 0
refute "with all that was installed" test -e "$standby"
rm -rf "${source:?}/media"
assert_equal "and the rest is as before" "$before" "$(tree | grep -vF -e ./lab/BESMgmt.db -e '/BES Standby Logs')"

"$source_folder/tests/lab/make-primary" "$source/primary"
mkdir "$source/primary/server/Help/$long"
echo "far below" > "$source/primary/server/Help/$long/page.htm"
try setup media capture --catalog S:/resources/catalog/bes-5.0-domino-windows.json --from "$folder/primary/server" \
  --registry "$folder/primary/server.reg" --registry "$folder/primary/services.reg" \
  --sign C:/lab/keys/signer.key C:/lab/keys/signer.crt --out "$folder/captured"
assert_code "media is made of a server that is installed there" 0
assert "with its files" grep -qF "Help/$long/page.htm" "$source/captured/media.json"
finish
