#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Of 5,000 installed files three are damaged, one is missing and one has another mode: a repair names exactly these five,
# puts them right and touches no other, and reads the files several at a time.
. "$(dirname "$0")/assertions.sh"
. "$(dirname "$0")/other_media.sh"

root=$work/root
database=$work/BESMgmt.db
pages=$root/opt/bes-standby/router/share/pages
where=(--root "$root")

cp -a "$lab/tree" "$work/tree"
mkdir "$work/tree/router/share/pages"
for ((i = 1; i <= 5000; ++i)); do echo "page $i of 5000" >"$work/tree/router/share/pages/$i.txt"; done
make_media_of "$work/media" "$work/tree" "'$.version', '5.0'"
"$source_folder/tests/lab/make-computer" "$lab" "$root"
cp "$lab/BESMgmt.db" "$database"
try "$setup" install --answer-file "$lab/standby.ini" "${where[@]}" --standby.computer standby1.example.org \
  --database.location "$database" --media.folder "$work/media"
assert_code "the standby is installed" 0
assert_equal "with 5,000 files more" 5000 "$(find "$pages" -type f | wc -l)"

# The first damage keeps size and time, the second the size; ctime is the one time that can't be put back.
touched() {
  find "$root/opt" "$root/etc" "$root/local" ! -name 'notes-stand-in.*' ! -type d \
    -printf '%p %y %m %U:%G %s %i %T@ %C@ %l\n' | LC_ALL=C sort
}
changed() { diff <(echo "$before") <(touched) | sed -n "s#^[<>] $pages/\([^ ]*\) .*#\1#p; t; s/^[<>] //p" | LC_ALL=C sort -u; }
touch -r "$pages/17.txt" "$work/time"
printf X | dd of="$pages/17.txt" bs=1 conv=notrunc status=none
touch -r "$work/time" "$pages/17.txt"
printf X | dd of="$pages/1234.txt" bs=1 seek=3 conv=notrunc status=none
echo more >>"$pages/4999.txt"
rm "$pages/2500.txt"
chmod 600 "$pages/5000.txt"
five=$(printf '%s.txt\n' 1234 17 2500 4999 5000)

before=$(touched)
"$setup" repair "${where[@]}" --dry-run --json >"$work/plan.json"
assert_equal "a dry run names exactly these" "$five" "$(sqlite3 :memory: "SELECT replace(value ->> 'id',
  '/opt/bes-standby/router/share/pages/', '') FROM json_each(readfile('$work/plan.json'), '\$.basis')" | LC_ALL=C sort)"
assert_equal "and touches nothing" "" "$(changed)"
"$setup" repair "${where[@]}" --dry-run >/dev/null 2>&1 &
threads=0
while seen=(/proc/$!/task/*) && [ -e "${seen[0]}" ]; do
  [ ${#seen[@]} -le "$threads" ] || threads=${#seen[@]}
done
assert "several threads read the files ($threads)" test "$threads" -gt 2
"$setup" repair "${where[@]}" --json | tail -n 1 >"$work/result.json"
assert_equal "the repair names exactly these" "$five" "$(sqlite3 :memory: "SELECT replace(value ->> 'what',
  '/opt/bes-standby/router/share/pages/', '') FROM json_each(readfile('$work/result.json'), '\$.differences')" |
  LC_ALL=C sort)"
assert_equal "and touches no other file" "$five" "$(changed)"
assert "all are as on the media" diff -r --no-dereference "$work/tree/router" "$root/opt/bes-standby/router"
assert_equal "the mode is back" 644 "$(stat -c %a "$pages/5000.txt")"
before=$(touched)
try "$setup" repair "${where[@]}"
assert_says "nothing to do"
assert_equal "a second repair touches nothing" "" "$(changed)"
finish
