#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Answer files and secrets: from the template to a sealed password, without a secret ever being shown.
. "$(dirname "$0")/../assertions.sh"

password=correct-horse-battery
file=$work/site.ini

never_says() { # TEXT
  if grep -qE -- "$1" <<<"$output"; then not_so "does not say it" "$output"; else echo "ok: does not say it"; fi
}

try "$setup" answers new "$file" --primary.name BES-NORTH
assert_code "a new answer file" 0
assert_equal "it is its owner's alone" 600 "$(stat -c %a "$file")"
assert "it holds the answer that was given" grep -qx 'name = BES-NORTH' "$file"
before=$(snapshot "$file")
try "$setup" answers new "$file"
assert_code "a file that is there is not overwritten" 2
assert_equal "it stays as it was" "$before" "$(snapshot "$file")"
try "$setup" answers check "$file"
assert_code "an incomplete file" 2
assert_says "--database.location FILE"
assert_says "--media.folder DIR"

sed -i -e "s|^#location = .*|location = $lab/BESMgmt.db|" -e "s|^#folder = .*|folder = $lab/media/good|" "$file"
assert "a complete file" "$setup" answers check "$file"
sed -i 's/^name = BES-NORTH/nmae = BES-NORTH/' "$file"
try "$setup" answers check "$file"
assert_code "a misspelt key" 2
assert_says "unknown key primary.nmae in line [0-9]+ of site.ini; did you mean primary.name\?"
sed -i 's/^nmae/name/' "$file"

# Secrets
try "$setup" answers check "$file" --database.password "$password"
assert_code "a secret on the command line" 2
assert_says "file:PATH"
never_says "$password"
echo "$password" >"$work/password"
chmod 644 "$work/password"
echo passphrase >"$work/passphrase"
chmod 600 "$work/passphrase"
show=("$setup" database show --database.location "$lab/BESMgmt.db")
try "${show[@]}" --database.password "file:$work/password"
assert_code "a secret that others can read" 2
assert_says "chmod 600 $work/password"
chmod 600 "$work/password"
assert "a secret of its owner" "${show[@]}" --database.password "file:$work/password"
assert "a secret in the environment" env BES_STANDBY_DB="$password" "${show[@]}" --database.password env:BES_STANDBY_DB

sealed=$("$setup" answers seal --passphrase-file "$work/passphrase" <"$work/password")
assert "sealed text, in one line" [ -n "$(grep -xE 'sealed:[A-Za-z0-9+/=]+' <<<"$sealed")" ]
assert "it opens with the passphrase" "${show[@]}" --database.password "$sealed" --passphrase-file "$work/passphrase"
assert "also from the environment" env BES_STANDBY_PASSPHRASE=passphrase "${show[@]}" --database.password "$sealed"
try env BES_STANDBY_PASSPHRASE=wrong "${show[@]}" --database.password "$sealed"
assert_code "a wrong passphrase" 2
try setsid "${show[@]}" --database.password "$sealed"
assert_code "no passphrase and nobody to ask" 2
assert_says "--passphrase-file"

# With a key that Windows keeps: refused here before anything is asked, and never tried with a passphrase.
for scope in account computer; do
  try "$setup" answers seal --dpapi $scope <"$work/password"
  assert_code "a key of Windows ($scope)" 2
  assert_says "secret.dpapi|Windows computer"
  assert_says "bes-standby-setup answers seal"
  never_says "$password"
done
try "$setup" answers seal --dpapi everybody <"$work/password"
assert_code "a key of Windows for whom it does not know" 2
assert_says "account or computer"
try "$setup" answers seal --dpapi account --passphrase-file "$work/passphrase" <"$work/password"
assert_code "a key of Windows and a passphrase" 2
try env BES_STANDBY_PASSPHRASE=passphrase "${show[@]}" --database.password "dpapi:${sealed#sealed:}"
assert_code "what a Windows computer sealed" 2
assert_says "Windows"
assert_says "passphrase"
never_says "${sealed#sealed:}"

# A terminal is asked twice, and shows nothing of what is typed.
type_at() { # COMMAND LINE...: types each line when the command asks for it
  local command=$1 shown=$work/shown asked=0
  shift
  : >"$shown"
  for line in "$@"; do
    asked=$((asked + 1))
    for _ in {1..400}; do
      [ "$(grep -oE '(Secret|Passphrase|again): ' "$shown" | wc -l)" -lt $asked ] || break
      sleep 0.05
    done
    echo "$line"
  done | script -qefc "$command" "$shown" >/dev/null
  cat "$shown"
}
output=$(type_at "'$setup' answers seal" "$password" "$password" "my phrase" "my phrase")
assert_says "sealed:"
never_says "$password|my phrase"
sealed=$(grep -o 'sealed:[A-Za-z0-9+/=]*' <<<"$output")
assert "what was typed opens it" env BES_STANDBY_PASSPHRASE="my phrase" "${show[@]}" --database.password "$sealed"
output=$(type_at "'$setup' answers seal" "$password" "another")
assert_says "the two entries differ"

# Plain text only when that is said, in a file that nobody else can read.
printf '[database]\nlocation = %s\npassword = plain:%s\n' "$lab/BESMgmt.db" "$password" >"$file"
chmod 600 "$file"
try "$setup" database show --answer-file "$file"
assert_code "plain text" 2
assert_says "answers.allow-plain-secrets"
printf '[answers]\nallow-plain-secrets = yes\n' >>"$file"
assert "plain text that was allowed" "$setup" database show --answer-file "$file"
chmod 640 "$file"
try "$setup" database show --answer-file "$file"
assert_code "plain text that others can read" 2
never_says "$password"

finish
