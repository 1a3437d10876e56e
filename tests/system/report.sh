#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# The report for a colleague: what it lists, that it never overwrites, that it works after a failure, without rights and without a
# database, and that no secret of the practice environment and no person's name is in it, in any form that grep can find.
. "$(dirname "$0")/assertions.sh"

practice_site
printf 'correct horse battery' >"$work/password" && chmod 600 "$work/password"

# Everything that must not be found: keys and passwords, also as base64, percent-encoded, UTF-16 and in JSON
{
  sqlite3 "$work/BESMgmt.db" "SELECT SRPAuthenticationKey FROM ServerConfig WHERE SRPAuthenticationKey <> ''"
  cat "$work/password"
  echo
  grep -v -- '---' "$lab/keys/signer.key"
} >"$work/secrets"
hides() { # WHAT ARCHIVE
  rm -rf "$work/unpacked" && mkdir "$work/unpacked" && tar -xzf "$2" -C "$work/unpacked"
  try python3 - "$work/secrets" "$work/unpacked" <<'PYTHON'
import base64, pathlib, sys, urllib.parse
secrets = [line for line in pathlib.Path(sys.argv[1]).read_text().split("\n") if line]
found = 0
for file in pathlib.Path(sys.argv[2]).rglob("*"):
    if not file.is_file():
        continue
    content = file.read_bytes()
    for secret in secrets:
        raw = secret.encode()
        forms = {raw, urllib.parse.quote(secret, safe="").encode(), raw.hex().encode(), raw.hex().upper().encode(),
                 secret.encode("utf-16-le"), secret.encode("utf-16-be"), secret.lower().encode(), secret.upper().encode(),
                 secret.replace("-", "").encode(), secret.replace("-", " ").encode()}
        # base64 at each of its three places, without what depends on the bytes beside
        forms |= {base64.b64encode(b"x" * shift + raw)[shift and 4:-4] for shift in range(3)}
        for form in forms:
            if len(form) > 8 and form in content:
                print(f"{file.name} has {secret!r} as {form[:40]!r}")
                found += 1
print(len(secrets), "secrets looked for")
sys.exit(found > 0 or len(secrets) < 10)
PYTHON
  assert_code "$1 has no secret" 0
}
made() { # ARCHIVE WORD...: a report that can be written
  local archive=$1
  shift
  try "$setup" report "$archive" "$@"
  assert_code "a report is written" 0
}

# Nothing is installed
try "$setup" report --dry-run "${site[@]}"
assert_code "what would be in it is shown" 0
assert_says "facts.json.*Nothing was written"
assert_equal "and nothing is written" "" "$(find "$work" "$PWD" -maxdepth 1 -name 'bes-standby-report*')"
(umask 077 && made "$work/first.tar.gz" "${site[@]}" --database.password "file:$work/password")
made "$work/second.tar.gz" "${site[@]}"
assert_equal "it is for its owner alone" 600 "$(stat -c %a "$work/second.tar.gz")"
hides "a report before an installation" "$work/first.tar.gz"

# It never overwrites
before=$(sha256sum <"$work/second.tar.gz")
try "$setup" report "$work/second.tar.gz" "${site[@]}"
assert_code "a file that is there is not overwritten" 2
assert_says "report.exists"
assert_equal "it is as it was" "$before" "$(sha256sum <"$work/second.tar.gz")"
ln -s nowhere "$work/link.tar.gz"
try "$setup" report "$work/link.tar.gz" "${site[@]}"
assert_code "nor is a link followed" 2
try "$setup" report "$work/nothing/report.tar.gz" "${site[@]}"
refute "a folder that is not there is said" test $code -eq 0
assert_equal "no part stays behind" "" "$(find "$work" -name '*.part-*')"
(cd "$work" && "$setup" report "${site[@]}" >/dev/null)
assert "without a name it has one of its own" test -n "$(find "$work" -maxdepth 1 -name 'bes-standby-report-standby1-*.tar.gz')"
mkdir "$work/two"
two() { cd "$work/two" && "$setup" report "${site[@]}" >/dev/null 2>&1; }
two & two &
wait
assert_equal "two at once are two" 2 "$(find "$work/two" -name '*.tar.gz' | wc -l)"

# After an installation that failed, with what it left behind
"$setup" install "${site[@]}" --media.folder "$lab/media/flipped-bit" --database.password "file:$work/password" >/dev/null 2>&1 </dev/null
assert_equal "an installation failed" 5 $?
made "$work/failed.tar.gz" --root "$root"
echo "$output"
assert_says " last-run.json.* logs/install-"
hides "the report of a failed installation" "$work/failed.tar.gz"
assert "why it failed is in it" grep -q "dispatcher.*damaged" "$work/unpacked/last-run.json"
assert "what it was for is looked at" grep -q BES-NORTH "$work/unpacked/facts.json"

# After one that succeeded; without the database; without rights
assert "the standby is installed" "$setup" install "${site[@]}"
made "$work/installed.tar.gz" --root "$root"
for file in README.txt versions.txt facts.json findings.json receipt.json history.json last-run.json status.json; do
  assert_says " $file"
done
assert_says "logs/install-"
hides "the report of an installation" "$work/installed.tar.gz"
for file in facts findings receipt history last-run status; do
  assert "$file.json is JSON" python3 -m json.tool "$work/unpacked/$file.json"
done
assert "facts of a report can be used at the desk" "$setup" check "${site[@]}" --facts "$work/unpacked/facts.json"
refute "no state database is called like its user" grep -rEqi 'state[\\/]+[a-z]+[.]nsf' "$work/unpacked"
me=$(id -un)
[ "$me" = root ] || refute "nobody's account is named" grep -rqw "$me" "$work/unpacked"
mv "$work/BESMgmt.db" "$work/away.db"
made "$work/without.tar.gz" --root "$root"
assert_says "Not in it.*the database: "
mv "$work/away.db" "$work/BESMgmt.db"
if [ "$(id -u)" -eq 0 ]; then
  chmod 755 "$work"
  mkdir -m 777 "$work/theirs"
  try setpriv --reuid 65534 --regid 65534 --clear-groups "$setup" report "$work/theirs/report.tar.gz" --root "$root"
  assert_code "an ordinary account gets a report" 0
  assert_says "Not in it.*history.json"
fi

# A full disk
try bash -c "ulimit -f 4; exec '$setup' report '$work/large.tar.gz' --root '$root'"
refute "a report that does not fit is a failure" test $code -eq 0
assert_equal "and leaves nothing" "" "$(find "$work" -name 'large*')"
finish
