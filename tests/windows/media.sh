#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# shellcheck disable=SC2119 # install_standby takes more answers, or none
# Media with a name that Windows forbids, or takes for another one, is refused by that name, though whom it trusts signed it, and nothing
# is changed: where media.json has the name, where the archive alone has it, and where a tree has it that media is to be made of. And the
# same files give the same media on Windows and on Linux.
#   BES_LINUX_BUILD  a build of the same sources for Linux; build/release where it is not set
. "$(dirname "$0")/wine.sh"
. "$(dirname "$0")/site.sh"
linux=${BES_LINUX_BUILD:-$source_folder/build/release}/bin/bes-standby-setup

names() { # lines of forge_media.py
  cat << 'END_OF_NAMES'
good share/null.txt + CONTROL + com10 + a.nul + .profile + backup~ + longer-than-eight~1
device CON
device con.txt
device PRN
device aux.tar.gz
device nul .txt
device share/NUL/f
device COM1
device com0
device LPT9.log
device CONIN$
device conout$.x
device CLOCK$
device COM\xb9
device lpt\xb2.txt
device Com\xb3
device COM1:
end a.
end a\x20
end share/a. .
end ...
end dir./f
stream a:b
stream share/README:x
stream README::$DATA
stream C:f
character a<b
character a>b
character a"b
character a|b
character a?b
character a*b
character a\\b
character ..\\x
character \\\\server\\x
control a\tb
control a\nb
control a\x01b
control a\x1bb
control a\x7fb
control \u202egpj.exe
twin readme + README
twin share/readme
twin lib/f + LIB/x
twin \u00c4 + \u00e4
twin \u0130 + i
short NAME~1.TXT
short progra~2
short share/AB12~10.exe
foreign caf\u00e9
foreign cafe\u0301
foreign a\uff1ab
foreign \u4e2d\U0001f4c4
alias share/readme
alias share/README.
alias share/README::$DATA
alias share\\README
alias share/\uff32EADME
link share/../aux/x
link share/a:b
link share./y
package con
package a.
package progra~1
archive NUL.tar.zst
archive a:b.tar.zst
archive ALERT~1.ZST
program bin/BESAlert.exe:x
program bin/NUL.exe
END_OF_NAMES
  local i
  printf 'long %0256d\ndeep ' 0
  for ((i = 0; i < 9; ++i)); do printf '%0120d/' 0; done
  printf 'f\ndeep '
  for ((i = 0; i < 33; ++i)); do printf 'd/'; done
  echo f
}

make_site
forged=$work/forged
mkdir "$forged"
names > "$work/names.txt"
forge() {
  python3 "$source_folder/tests/windows/forge_media.py" "$lab/media/good" "$lab/tree" "$lab/keys/signer.key" "$lab/keys/signer.crt" "$forged" \
    < "$work/names.txt" > "$work/forged.txt"
}
assert "media is forged" forge
echo "$output" # a tree that can't be, as Linux has no such name either
there="S:${forged#"$source_folder"}"

names_it() { # TEXT: what the last try said has it
  if grep -qF -- "$1" <<< "$output"; then echo "ok: says $1"; else not_so "says $1" "$output"; fi
}
# Of the database the contents: a run that is rolled back reserves the primary, and gives it back.
everything() { tree | grep -vF ./lab/BESMgmt.db; registry "$services_key" 'HKLM\Software' 'HKCU'; contents; }
before=$(everything)
refused() { # FOLDER FORM TEXT
  case $2 in
    listed)
      install_standby --media.folder "$there/$1"
      assert_code "$1 is refused" 5
      assert_says '\[media\.readable\].*Nothing was changed'
      ;;
    hidden)
      try setup check --all --answer-file C:/lab/standby.ini "${accepted[@]}" --media.folder "$there/$1"
      assert_code "$1 is refused by a check" 5
      names_it "$3"
      assert_says '\[media\.packages\]'
      install_standby --media.folder "$there/$1"
      assert_code "$1 is refused by an installation" 5
      assert_says '\[media\.package\]'
      ;;
    tree)
      try setup media create --catalog C:/lab/catalog.json --from "$there/$1" --sign C:/lab/keys/signer.key C:/lab/keys/signer.crt \
        --out C:/lab/media/made
      assert_code "of $1 no media is made" 5
      assert_says '\[media\.create\]'
      ;;
  esac
  names_it "$3"
}
# Of what media.json has nothing is begun; what the archive hides is found where it would be unpacked, and the run is rolled back.
previous=
for wanted in listed tree hidden; do
  while IFS=$'\t' read -r -u 9 number form kind text; do
    if [ "$form" != $wanted ] || [ "$kind" = good ]; then continue; fi
    [ -z "$previous" ] || [ "$previous" = "$kind $form" ] || assert_equal "$previous: nothing is changed" "$before" "$(everything)"
    previous="$kind $form"
    refused "$number-$form" "$form" "$text"
  done 9< "$work/forged.txt"
  assert_equal "$previous: nothing is changed" "$before" "$(everything)"
  previous=
done
install_standby --media.folder "$there/0-listed"
assert_code "forged media whose names are good is installed" 0
assert "with them" test -e "$drive/Program Files/BES Standby/alert/longer-than-eight~1"

# Names in an order that depends on how they are compared, and what Linux alone knows of files
same=$lab/same
cp -r "$lab/tree" "$same"
(
  cd "$same/alert" || exit 1
  mkdir a a-b empty
  touch 'a b' a.b a/b a-b/x B b_ Z zero _
  cat "$practice_service" "$practice_service" > large
  chmod 700 a
  chmod 400 a/b
  chmod 755 B
  touch -d 2001-01-01 Z
)
create=(media create --license-id practice-1 --sign)
if [ -x "$linux" ]; then
  assert "media is made on Windows" setup "${create[@]}" C:/lab/keys/signer.key C:/lab/keys/signer.crt --catalog C:/lab/catalog.json \
    --from C:/lab/same --license en=S:/app/practice/data/license.en.txt --out C:/lab/media/same
  assert "and of the same files on Linux" "$linux" "${create[@]}" "$lab/keys/signer.key" "$lab/keys/signer.crt" \
    --catalog "$lab/catalog.json" --from "$same" --license en="$source_folder/app/practice/data/license.en.txt" --out "$work/same"
  for file in media.json media.json.p7s; do assert "$file is the same, byte for byte" cmp "$lab/media/same/$file" "$work/same/$file"; done
  assert "and so is every package" diff -r "$lab/media/same/packages" "$work/same/packages"
else
  echo "NOT TRIED: that media is the same wherever it is made: there is no $linux (BES_LINUX_BUILD names another build)"
  [ -z "${BES_NO_SKIP:-}" ] || failures=$((failures + 1))
fi
finish
