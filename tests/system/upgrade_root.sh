#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# A standby in the file system of a computer that does not run: newer media of the product becomes an upgrade, which touches
# what differs and nothing else; older media, media of another product or of another version than the primary's are
# refused. All or nothing, back and forth, and afterwards a removal leaves the computer as it was.
. "$(dirname "$0")/assertions.sh"
. "$(dirname "$0")/other_media.sh"

root=$work/root
database=$work/BESMgmt.db
programs=$root/opt/bes-standby
where=(--root "$root")
computer() { snapshot "$root" | grep -vE "$root/var/(lib|log)/bes-standby-setup"; }
# Of every file what shows that it was touched, and of every folder mode and owner.
touched() {
  find "$root" \( -path "$root/var/lib/bes-standby-setup" -o -path "$root/var/log/bes-standby-setup" \) -prune -o \
    ! -name 'notes-stand-in.*' \( -type d -printf '%p d %m %U:%G\n' -o -printf '%p %y %m %U:%G %i %T@ %l\n' \) | LC_ALL=C sort
}
changed() { diff <(echo "$before") <(touched) | sed -n "s#^[<>] $root\([^ ]*\) .*#\1#p" | LC_ALL=C sort -u; }
contents() { sqlite3 "$database" .dump; }
query() { sqlite3 "$database" "$@"; }
primary_has() { query "UPDATE ServerConfig SET ProductVersion = '$1' WHERE ServerName = 'BES-NORTH'"; }
install() { # MEDIA [OPTION...]
  local media=$1
  shift
  try "$setup" install --answer-file "$lab/standby.ini" "${where[@]}" --standby.computer standby1.example.org \
    --database.location "$database" --media.folder "$media" "$@"
}
upgrade() { # MEDIA [OPTION...]
  local media=$1
  shift
  try "$setup" upgrade "${where[@]}" --media.folder "$media" "$@"
}
refused() { # WHAT CODE TEXT COMMAND...
  local what=$1 wanted=$2 text=$3 contents_before
  shift 3
  before=$(touched)
  contents_before=$(contents)
  "$@"
  assert_code "$what" "$wanted"
  assert_says "$text"
  assert_equal "$what: no file is touched" "" "$(changed)"
  assert_equal "$what: the database is as it was" "$contents_before" "$(contents)"
}

good=$lab/media/good
make_newer_tree "$work/tree"
make_media_of "$work/newer" "$work/tree" "'$.version', '5.0.1'"
make_media_of "$work/older" "$lab/tree" "'$.version', '4.1.7'"
make_media_of "$work/other-product" "$work/tree" "'$.version', '5.0.1', '$.product', 'Another Product'"
make_media_of "$work/same-version" "$work/tree" "'$.version', '5.0'"
make_media_of "$work/needs-monitoring" "$work/tree" \
  "'$.version', '5.0.1', '$.components[6].dependencies', json('[\"monitoring\"]')"

"$source_folder/tests/lab/make-computer" "$lab" "$root"
cp "$lab/BESMgmt.db" "$database"
pristine=$(computer)
contents_pristine=$(contents)
refused "where nothing is installed nothing is upgraded" 22 "no standby is installed" upgrade "$work/newer"
install "$good"
assert_code "the standby is installed" 0
installed=$(computer)
contents_installed=$(contents)

refused "the same media is nothing to do" 0 "nothing to do" upgrade "$good"
cp -a "$good" "$work/copy"
refused "nor is a copy of it" 0 "nothing to do" upgrade "$work/copy" --media.allow-unsigned

# Refusals, for both commands
for command in upgrade install; do
  refused "$command: media newer than the primary" 12 "BES-NORTH has 5.0, the media has 5.0.1" $command "$work/newer"
  refused "$command: older media" 27 "upgrade --allow-downgrade" $command "$work/older"
  refused "$command: media of another product" 5 "Another Product" $command "$work/other-product"
  refused "$command: media that is not there" 5 "no-media.*--media.folder" $command "$work/no-media"
done
refused "older media than the primary's" 12 "media has 4.1.7" upgrade "$work/older" --allow-downgrade
refused "install: other media of the same version" 13 "media: different from the installed media.*upgrade" \
  install "$work/same-version"
primary_has 5.0.1
refused "install with newer media and other choices" 13 "policy installed, but not requested" \
  install "$work/newer" --components.omit policy
refused "a component that is not there" 14 "did you mean policy" upgrade "$work/newer" --components.omit polcy
refused "a new dependency" 14 "alert needs monitoring.*--components.add" upgrade "$work/needs-monitoring"
query "UPDATE ServerConfig SET ActsAs = 'primary' WHERE ServerName = 'BES-NORTH-standby'"
refused "a promoted standby" 24 "fail over to BES-NORTH first.*--although-promoted" upgrade "$work/newer"
query "UPDATE ServerConfig SET ActsAs = NULL WHERE ServerName = 'BES-NORTH-standby'"
cp -a "$work/newer" "$work/flipped"
printf X | dd of="$work/flipped/packages/policy.tar.zst" bs=1 seek=200 conv=notrunc status=none
refused "a damaged package" 5 "policy" upgrade "$work/flipped"

# What others did since: an edited configuration, a damaged file, a file of their own
echo "; mine" >>"$root/etc/bes-standby/standby.ini"
edited=$(cat "$root/etc/bes-standby/standby.ini")
echo damaged >"$programs/monitoring.note"
printf X | dd of="$programs/attachment/share/doc/README" bs=1 conv=notrunc status=none

echo mine >"$programs/collaboration/share/doc/manual/mine.txt"
refused "a file of others in a folder that becomes a file" 3 "collaboration/share/doc/manual/mine.txt.*Move it" \
  upgrade "$work/newer"
rm "$programs/collaboration/share/doc/manual/mine.txt"
touch -d @1000000000 "$programs/collaboration/share/doc/manual"

refused "a dry run" 0 "5.0 is installed, the media has 5.0.1" upgrade "$work/newer" --dry-run
assert_says "attachment/share/doc/README was changed"
assert_says "files 2 new, 6 other, 11 gone"
try "$setup" plan --answer-file "$lab/standby.ini" "${where[@]}" --standby.computer standby1.example.org \
  --database.location "$database" --media.folder "$work/newer" --json
assert_equal "the plan of an installation is an upgrade" upgrade \
  "$(sqlite3 :memory: "SELECT '${output//\'/\'\'}' ->> 'command'")"

before=$(touched)
install "$work/newer"
assert_code "install finds the newer media by itself" 0
assert_says "BES-NORTH-standby is upgraded on standby1"
assert_equal "it touches what differs and nothing else" "$(printf '%s\n' \
  /etc/bes-standby/standby.ini.new \
  /opt/bes-standby/alert/share/doc/{README,manual} \
  /opt/bes-standby/attachment/share/doc/{README,first-page} \
  /opt/bes-standby/collaboration/share/doc{,/README,/first-page,/manual,/manual/page-{1..8}.txt} \
  /opt/bes-standby/dispatcher/share/doc/README \
  /opt/bes-standby/mds-connection/share/doc/{README,README/more,README/more/page.txt,first-page} \
  /opt/bes-standby/policy/share/doc/{manual/page-8.txt,more,more/page.txt} \
  /opt/bes-standby/router/bin/bes-router /var/lib/bes-standby/receipt.json | LC_ALL=C sort)" "$(changed)"
for package in alert attachment collaboration dispatcher mds-connection policy router; do
  assert "$package is as on the media" diff -r --no-dereference "$work/tree/$package" "$programs/$package"
done
assert_equal "modes too" "640 750" "$(stat -c %a "$programs"/alert/share/doc/{README,manual} | paste -sd " ")"
assert_equal "the edited configuration is kept" "$edited" "$(cat "$root/etc/bes-standby/standby.ini")"
assert_equal "the database has the new version" 5.0.1 \
  "$(query "SELECT ProductVersion FROM ServerConfig WHERE ServerName = 'BES-NORTH-standby'")"
try "$setup" status "${where[@]}"
assert_says "version .* 5\.0\.1"
repair() { try "$setup" repair "${where[@]}"; }
refused "then there is nothing to repair" 0 "nothing to do" repair
refused "nor to upgrade" 0 "nothing to do" upgrade "$work/newer"
refused "nor to install" 0 "nothing to do" install "$work/newer"
refused "the media from before is older now" 27 "5.0.1 is installed" install "$good"

# Back again: as if it had never been upgraded
primary_has 5.0
rm "$root/etc/bes-standby/standby.ini.new"
upgrade "$good" --allow-downgrade --license.accept
assert_code "back to the older version" 0
as_installed() { grep -vE "standby\.ini(\.new)?( |$)|monitoring\.note|bes-standby/receipt\.json"; }
assert_equal "every file is as it was installed" "$(as_installed <<<"$installed")" "$(computer | as_installed)"
assert_equal "and so is the database" "$contents_installed" "$(contents)"

# Through all kinds of maintenance to the end
primary_has 5.0.1
try "$setup" modify "${where[@]}" --components.omit collaboration --components.add monitoring
assert_code "it is modified" 0
rm "$programs/router/bin/bes-router"
repair
assert_code "repaired" 0
upgrade "$work/needs-monitoring" --components.add collaboration --components.omit policy
assert_code "upgraded and modified at once" 0
assert "the added one is there" test -e "$programs/collaboration/bin"
refute "the other is gone" test -e "$programs/policy"
refused "then there is nothing to repair" 0 "nothing to do" repair
primary_has 5.0
try "$setup" remove "${where[@]}"
assert_code "and removed" 0
assert_says "monitoring.note: not installed by setup"
rm "$programs/monitoring.note"
rmdir "$programs"
assert_equal "the edited configuration is kept beside its place" "$edited" "$(cat "$root/etc/bes-standby/standby.ini.saved")"
rm -r "$root/etc/bes-standby"
assert_equal "the computer is as it was before" "$pristine" "$(computer)"
assert_equal "so is the database" "$contents_pristine" "$(contents)"
finish
