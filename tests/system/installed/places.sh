#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# What is installed into a folder of its own is complete, open to everybody, and works without the build folder and the
# sources: setup finds its probe and its catalogues there.
. "$(dirname "$0")/../assertions.sh"

image=$work/image
installed=$image/usr/bin/bes-standby-setup
for component in setup wizard practice; do
  try env -u LC_ALL bash -c "umask 077; DESTDIR='$image' cmake --install '$BES_BUILD' --prefix /usr --component $component"
  assert_code "the component $component is installed" 0
done

assert_equal "every folder is open" "" "$(find "$image" -mindepth 1 -type d ! -perm 755)"
assert_equal "nobody but the owner writes a file, and everybody reads it" "" \
  "$(find "$image" -type f ! -perm 644 ! -perm 755)"
assert_equal "only the programs are programs" \
  "bes-domino-probe bes-standby-setup bes-standby-wizard container install-stand-in make-computer practice practice-service" \
  "$(find "$image" -type f -perm 755 -printf '%f\n' | sort | xargs)"
assert_equal "there is nothing beside $image/usr" usr "$(ls "$image")"
handbook=$image/usr/share/bes-standby-setup/handbook
for file in handbook.html handbook.md; do
  assert "$file is installed as it was built" cmp "$BES_BUILD/share/bes-standby-setup/handbook/$file" "$handbook/$file"
done
while read -r target; do
  assert "what the handbook leads to is installed: $target" test -e "$handbook/$target"
done < <(grep -oE '\]\([^)]+\)' "$source_folder/resources/handbook/handbook.md" | tr -d '])(' | grep -v '^#')
assert "Ansible's collection is installed" diff -r -x __pycache__ "$source_folder/packaging/ansible" "$image/usr/share/bes-standby-setup/ansible"

cd "$work" || exit
computer=$work/computer
"$source_folder/tests/lab/make-computer" "$lab" "$computer" good
cp "$lab/BESMgmt.db" "$work/BESMgmt.db"
# with what it opens and runs; leaks can't be looked for in a process that is traced
traced() { # COMMAND...
  try env ASAN_OPTIONS=detect_leaks=0 strace -f -qq -s 4096 -e trace=%file -e signal=none -o "$work/opened" "$@"
}
without_build() { # WHAT
  assert_equal "$1 needs nothing of the build folder and the sources" "" \
    "$(grep -oE '"[^"]*"' "$work/opened" | tr -d '"' | grep -E "^($source_folder|$BES_BUILD)(/|$)" |
      awk -v work="$work/" -v lab="$lab/" '{ path = $0 "/" }
        index(work, path) != 1 && index(lab, path) != 1 && index(path, work) != 1 && index(path, lab) != 1' | sort -u)"
}
traced "$installed" check --all --answer-file "$lab/standby.ini" --root "$computer" \
  --standby.computer standby1.example.org --database.location "$work/BESMgmt.db"
assert_code "check finds nothing wrong" 0
assert_says "domino\\.one-cluster"
assert "setup has run the probe that is installed" \
  grep -q "execve(\"$image/usr/libexec/bes-standby-setup/bes-domino-probe\"" "$work/opened"
without_build check

traced "$installed" media create --catalog bes-5.0-domino --from "$lab/tree" --out "$work/media" \
  --sign "$lab/keys/signer.key" "$lab/keys/signer.crt"
assert_code "media is made with the catalogue that is installed" 0
without_build "media create"
try "$setup" media create --catalog "$source_folder/resources/catalog/bes-5.0-domino.json" --from "$lab/tree" \
  --out "$work/from-sources" --sign "$lab/keys/signer.key" "$lab/keys/signer.crt"
assert "it is the one of the sources" cmp "$work/from-sources/media.json" "$work/media/media.json"
try "$installed" media create --catalog bes-6 --from "$lab/tree" --out "$work/other" \
  --sign "$lab/keys/signer.key" "$lab/keys/signer.crt"
assert_code "another name is no catalogue" 2
assert_says "or one that comes with setup: bes-5.0-domino"

traced "$installed" practice --folder "$work/practice"
assert_code "a practice site is made" 0
without_build "practice"
traced "$installed" practice install "$work/practice"
assert_code "and a standby is installed on it" 0
without_build "practice install"

rm "$image/usr/libexec/bes-standby-setup/bes-domino-probe"
try "$installed" check --all --answer-file "$lab/standby.ini" --root "$computer" \
  --standby.computer standby1.example.org --database.location "$work/BESMgmt.db"
assert_says "bes-domino-probe"
refute "without its probe setup does not say that Domino is all right" [ $code -eq 0 ]

if [ "$(id -u)" -eq 0 ]; then
  assert "an ordinary account runs setup" setpriv --reuid=65534 --regid=65534 --clear-groups "$installed" version
fi
finish
