#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# A standby in the file system of a computer that does not run: repair names exactly what differs, puts that right and
# touches nothing else; modify adds and takes away components; both keep what an administrator edited.
. "$(dirname "$0")/assertions.sh"

root=$work/root
database=$work/BESMgmt.db
programs=$root/opt/bes-standby
units=$root/etc/systemd/system
where=(--root "$root")
# Bytes, mode, owner, and the time of the last change, of everything but setup's own record.
everything() {
  find "$root" \( -path "$root/var/lib/bes-standby-setup" -o -path "$root/var/log/bes-standby-setup" \) -prune -o \
    ! -type d -printf '%p %y %m %U:%G %T@ %l\n' | LC_ALL=C sort
}
named() { # what a run with --json found different
  "$setup" "$@" "${where[@]}" --json | tail -n 1 >"$work/result.json"
  sqlite3 :memory: "SELECT value ->> 'what' FROM json_each(readfile('$work/result.json'), '\$.differences')" | LC_ALL=C sort
}
changed() { diff <(echo "$before") <(everything) | sed -n 's/^[<>] \([^ ]*\) .*/\1/p' | sort -u; }

"$source_folder/tests/lab/make-computer" "$lab" "$root"
cp "$lab/BESMgmt.db" "$database"
try "$setup" install --answer-file "$lab/standby.ini" "${where[@]}" --standby.computer standby1.example.org \
  --database.location "$database"
assert_code "the standby is installed" 0
installed=$(everything)
rows() { sqlite3 "$database" "SELECT * FROM ServerConfig; SELECT * FROM ServerComponent; SELECT * FROM BESPair"; }
rows_installed=$(rows)

before=$installed
try "$setup" repair "${where[@]}"
assert_code "what is as it was installed needs no repair" 0
assert_says "nothing to do"
assert_equal "and is not touched" "" "$(changed)"

# Three damaged (one keeps its size), one missing, one with another mode.
page=$programs/router/share/doc/manual/page-3.txt
printf X | dd of="$page" bs=1 seek=9 conv=notrunc status=none
echo more >>"$programs/dispatcher/share/doc/README"
echo broken >"$units/bes-policy.service"
rm "$programs/alert/bin/bes-alert"
chmod 600 "$programs/policy/share/doc/README"
damaged=$(printf '/opt/bes-standby/%s\n' alert/bin/bes-alert dispatcher/share/doc/README policy/share/doc/README \
  router/share/doc/manual/page-3.txt)
damaged=$(printf '%s\n' /etc/systemd/system/bes-policy.service "$damaged")
before=$(everything)
try "$setup" repair "${where[@]}" --dry-run
assert_code "a dry run" 0
assert_says "page-3.txt was changed"
assert_says "bes-alert is missing"
assert_says "has the mode 0?600, originally 0?644"
assert_equal "a dry run changes nothing" "" "$(changed)"
try "$setup" repair "${where[@]}" --media.folder "$lab/media/failing-service"
assert_code "other media is refused" 5
assert_says "not the media that the standby was installed from"
assert_equal "the refusal changes nothing" "" "$(changed)"
assert_equal "the repair names exactly what differs" "$damaged" "$(named repair)"
assert_equal "and touches nothing else" "$root${damaged//$'\n'/$'\n'$root}" "$(changed)"
# the same as after the installation, but for the times of what was put right
times_removed() { sed -E 's/ [0-9.]+( [^ ]*)?$/\1/' | grep -vE "bes-alert |README |page-3.txt |bes-policy.service "; }
assert_equal "all else is as installed" "$(times_removed <<<"$installed")" "$(everything | times_removed)"
assert "the damaged file is as on the media" cmp "$lab/tree/router/share/doc/manual/page-3.txt" "$page"
assert "so is the missing one" cmp "$lab/tree/alert/bin/bes-alert" "$programs/alert/bin/bes-alert"
assert_equal "the mode is back" 644 "$(stat -c %a "$programs/policy/share/doc/README")"
assert_equal "a second repair finds nothing" "" "$(named repair)"

# An edited configuration is kept; media is not needed for what is not on it.
echo "; mine" >>"$root/etc/bes-standby/standby.ini"
edited=$(cat "$root/etc/bes-standby/standby.ini")
sed -i 's/,BES//' "$root/local/notesdata/notes.ini"
try "$setup" repair "${where[@]}" --media.folder "$work/no-media"
assert_code "without media" 0
assert_equal "the edited configuration is kept" "$edited" "$(cat "$root/etc/bes-standby/standby.ini")"
assert_says "merge each with its file, then remove it .*/etc/bes-standby/standby\.ini\.new"
assert "the new version is beside it" test -s "$root/etc/bes-standby/standby.ini.new"
assert "the task is back in notes.ini" grep -q ',BES' "$root/local/notesdata/notes.ini"
assert_equal "a second repair finds nothing" "" "$(named repair)"

# The registration
sqlite3 "$database" "UPDATE ServerConfig SET SRPAuthenticationKey = 'wrong' WHERE ServerName = 'BES-NORTH-standby'"
assert_equal "other SRP credentials are found" database "$(named repair)"
assert_equal "and copied anew" "$rows_installed" "$(rows)"

# Modify
before=$(everything)
try "$setup" modify "${where[@]}" --primary.name BES-TRIAL --components.add monitoring
assert_code "another primary is refused" 13
try "$setup" modify "${where[@]}" --components.omit dispatcher
assert_code "what others need is not taken away" 14
try "$setup" modify "${where[@]}"
assert_code "a modification of nothing" 2
assert_equal "refusals change nothing" "" "$(changed)"
try "$setup" modify "${where[@]}" --components.omit collaboration --components.omit policy
assert_code "components are taken away" 0
refute "their files are gone" test -e "$programs/collaboration"
refute "and their units" test -e "$units/bes-policy.service"
assert_equal "and their rows" 0 "$(sqlite3 "$database" "SELECT count(*) FROM ServerComponent JOIN ServerConfig ON
  Id = ServerConfigId WHERE ServerName = 'BES-NORTH-standby' AND Component IN ('policy', 'collaboration')")"
assert_equal "then nothing needs repair" "" "$(named repair)"
try "$setup" modify "${where[@]}" --components.add collaboration --components.add policy
assert_code "they are added again" 0
assert "their files are as on the media" diff -r --no-dereference "$lab/tree/collaboration" "$programs/collaboration"
assert_equal "the rows are as installed" "$rows_installed" "$(rows)"
assert_equal "the deferred one is not enabled" static "$(systemctl --root="$root" is-enabled bes-policy.service)"
assert_equal "then nothing needs repair" "" "$(named repair)"

try "$setup" remove "${where[@]}"
assert_code "a modified standby is removed" 0
assert_equal "nothing is left but the edited configuration" "$root/etc/bes-standby/standby.ini.saved" "$(find "$root/opt/bes-standby" "$root/etc/bes-standby" -type f 2>/dev/null)"
finish
