#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Root on a computer where others can write: what setup remembers is root's alone whatever the umask, nothing that others
# could have written is believed, and ordinary users can still look.
. "$(dirname "$0")/assertions.sh"
need_root

as_nobody() { setpriv --reuid=65534 --regid=65534 --clear-groups --no-new-privs "$@"; }
answers=(--answer-file "$lab/standby.ini" --standby.computer standby1.example.org)

# computer NAME: a computer without a standby, $root, and a database of its own
computer() {
  root=$work/$1
  "$source_folder/tests/lab/make-computer" "$lab" "$root"
  cp "$lab/BESMgmt.db" "$root.db"
}
install_here() { try "$setup" install "${answers[@]}" --root "$root" --database.location "$root.db"; }

# Type, mode and owner of everything below the root. What is called by the time counts by its kind.
modes() {
  (cd "$root" && find . ! -name 'notes-stand-in.*' -printf '%p %y %m %U:%G\n') |
    sed -E 's/install-[0-9TZ.]+\.log/install.log/' | LC_ALL=C sort
}

for mask in 022 000 077; do
  computer "umask-$mask"
  before=$(umask)
  umask $mask
  install_here
  umask "$before"
  assert_code "installs with umask $mask" 0
  [ -n "${expected:-}" ] || expected=$(modes)
  assert_equal "with umask $mask everything has the same mode" "$expected" "$(modes)"
  assert_equal "the state folder is root's alone" "700 0:0" "$(stat -c '%a %u:%g' "$root/var/lib/bes-standby-setup")"
  assert_equal "so are its files" "600" "$(stat -c %a "$root"/var/lib/bes-standby-setup/* | sort -u)"
  try as_nobody "$setup" status --root "$root" --local
  assert_code "an ordinary user looks at the status (umask $mask)" 0
  assert_says "BES-NORTH-standby on standby1.* is the standby of BES-NORTH"
  assert_says "can see whether a run was interrupted"
done
refute "nobody can open the journal" as_nobody cat "$root/var/lib/bes-standby-setup/setup.db"
refute "the readable receipt has no password" grep -q 'sealed:\|file:' "$root/var/lib/bes-standby/receipt.json"
try as_nobody "$setup" status --root "$root" --local --json
assert_says '"unfinished_run_known": ?false'
try as_nobody "$setup" check "${answers[@]}" --root "$root" --database.location "$root.db"
refute "check by an ordinary user does not fail over the journal" grep -q 'journal.*Permission denied' <<<"$output"

# a lock on what everybody can read holds nobody up; what is missing or changed comes back
receipt=$root/var/lib/bes-standby/receipt.json
before=$(sha256sum <"$receipt")
python3 - "$receipt" "$work/holds" <<'END' &
import fcntl, pathlib, sys, time
file = open(sys.argv[1])
fcntl.flock(file, fcntl.LOCK_SH)
fcntl.lockf(file, fcntl.LOCK_SH)
pathlib.Path(sys.argv[2]).touch()
time.sleep(60)
END
holder=$!
clean_ups+=("kill $holder 2>/dev/null")
while [ ! -e "$work/holds" ] && kill -0 $holder; do sleep 0.05; done
echo forged >"$receipt"
try "$setup" recover --root "$root"
assert_code "recover with a lock on the readable receipt" 0
assert_equal "writes the file again" "$before" "$(sha256sum <"$receipt")"
rm -r "$root/var/lib/bes-standby"
try as_nobody "$setup" status --root "$root" --local
assert_code "without it, an ordinary user is told that it can't be known" 26
assert_says "can't see what is installed here.*Run the command as root"
install_here
assert_code "an installation that has nothing to do" 0
assert_equal "makes it again" "$before" "$(sha256sum <"$receipt")"
kill $holder

# the state folder of a version before is set right, one that others can write is not believed
chmod 755 "$root/var/lib/bes-standby-setup"
chmod 644 "$root/var/lib/bes-standby-setup/setup.db"
rm "$root/opt/bes-standby/router/share/doc/README"
try "$setup" repair --root "$root" --database.location "$root.db"
assert_code "repairs with a state folder of the version before" 0
assert_equal "and sets it right" "700" "$(stat -c %a "$root/var/lib/bes-standby-setup")"

echo precious >"$root/etc/victim"
journal=$root/var/lib/bes-standby-setup/setup.db
sqlite3 "$journal" "UPDATE receipt SET receipt = replace(receipt, '/etc/bes-standby/standby.ini', '/etc/victim')"
chmod 777 "$root/var/lib/bes-standby-setup"
remove=("$setup" remove --root "$root" --keep-registration)
try "${remove[@]}"
assert_code "nothing is removed by a journal that anybody could have written" 3
assert_says "bes-standby-setup is writable by everybody \(mode 0777\)"
assert_says "chmod go-w"
assert "the victim is there" grep -q precious "$root/etc/victim"
chmod 700 "$root/var/lib/bes-standby-setup"
chown 65534 "$journal"
try "${remove[@]}"
assert_says "setup.db belongs to nobody"
assert "the victim is still there" grep -q precious "$root/etc/victim"
chown 0 "$journal"
try "${remove[@]}"
assert_code "the same journal written by root is believed" 0
refute "so that it is a real one" test -e "$root/etc/victim"
refute "the readable receipt is gone with the standby" test -e "$root/var/lib/bes-standby"
try as_nobody "$setup" status --root "$root" --local
assert_code "an ordinary user is told that nothing is installed" 22

# root in the image of somebody else
computer strangers
chown 65534 "$root"
before=$(snapshot "$root")
try "$setup" check "${answers[@]}" --root "$root" --database.location "$root.db"
assert_code "check refuses the image of somebody else, of which Domino's file is one part" 16
assert_says "strangers belongs to nobody"
install_here
refute "so does install" test "$code" -eq 0
assert_equal "and nothing was changed" "$before" "$(snapshot "$root")"
chown 0 "$root"
chmod 777 "$root/opt"
try "$setup" check "${answers[@]}" --root "$root" --database.location "$root.db"
assert_says "opt is writable by everybody \(mode 0777\)"
chmod 755 "$root/opt"

# what a person names
mkdir "$work/open"
cp "$lab/standby.ini" "$work/open"
check_open() { try "$setup" check --answer-file "$work/open/standby.ini" --root "$root"; }
chmod 666 "$work/open/standby.ini"
check_open
assert_code "an answer file that others can write is refused" 2
assert_says "standby.ini is writable by everybody \(mode 0666\)"
chmod 600 "$work/open/standby.ini"
chmod 777 "$work/open"
check_open
assert_says "open is writable by everybody \(mode 0777\)"
try "$setup" answers check "$work/open/standby.ini"
assert_says "open is writable by everybody"
chmod 755 "$work/open"
chown 65534 "$work/open/standby.ini"
check_open
assert_says "standby.ini belongs to nobody"
export SUDO_UID=65534
check_open
refute "but that of the person who called sudo is taken" grep -q "belongs to nobody" <<<"$output"
unset SUDO_UID
mkdir -m 1777 "$work/trust"
cp "$lab"/keys/*.crt "$work/trust"
try "$setup" media verify --media.trust "$work/trust" "$lab/media/good"
assert_code "certificates in a folder where others can add some are not taken" 5
assert_says "trust lets everybody add files"
chmod 755 "$work/trust"
try "$setup" media verify --media.trust "$work/trust" "$lab/media/good"
assert_code "in a folder of root's they are" 0

# the database of another account
mkdir "$work/theirs"
cp "$lab/BESMgmt.db" "$work/theirs/BESMgmt.db"
chown -R 65534:65534 "$work/theirs"
chmod 700 "$work/theirs"
database=(--database.location "$work/theirs/BESMgmt.db")
try "$setup" install "${answers[@]}" --root "$root" "${database[@]}"
assert_code "installs with the database of another account" 0
assert_equal "it still belongs to it" "65534" "$(stat -c %u "$work/theirs/BESMgmt.db")"
assert_equal "and is all that is there" "BESMgmt.db" "$(ls -A "$work/theirs")"
try "$setup" database show "${database[@]}"
assert_says "BES-NORTH-standby"
chmod 000 "$work/theirs/BESMgmt.db"
try "$setup" database show "${database[@]}"
assert_code "what the account may not read is not read for it" 7
assert_says "with the permissions of nobody"
chmod 600 "$work/theirs/BESMgmt.db"
chown 0 "$work/theirs" "$work/theirs/BESMgmt.db"
chmod 1777 "$work/theirs"
computer shared
try "$setup" check "${answers[@]}" --root "$root" "${database[@]}"
assert_code "check foresees that it can't be written safely" 7
assert_says "lets everybody add files"
finish
