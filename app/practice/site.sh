# SPDX-License-Identifier: Apache-2.0
# Sourced by `practice` and by the tests' make-lab: makes the parts of a practice site in the folder $dir, with the product's
# own commands, from what lies beside this file.
#   $setup    the program bes-standby-setup
#   $parts    the folder of this file that has the practice service and the stand-in beside it: built or installed
#   run       a function that runs a command, and may show it
# shellcheck shell=bash disable=SC2154 # set by who sources it

catalog=bes-5.0-domino

make_signer() { # NAME: keys/NAME.key and keys/NAME.crt
  run openssl req -x509 -newkey rsa:3072 -nodes -sha256 -days "${days:-30}" \
    -keyout "$dir/keys/$1.key" -out "$dir/keys/$1.crt" -subj "/O=Practice/CN=practice-$1" \
    -addext keyUsage=critical,digitalSignature -addext extendedKeyUsage=codeSigning 2> >(grep -v '^[-.+*]*$' >&2)
}

in_catalog() { # SQL, in which the catalogue is readfile('catalog.json')
  (cd "$parts" && sqlite3 -separator ' ' :memory: "$1")
}

# Lines "PACKAGE PROGRAM PORTS…" of the catalogue's services, ports as "tcp:3101".
services() {
  in_catalog "
    SELECT component.value ->> 'package', service.value ->> 'program',
           coalesce((SELECT group_concat((value ->> 'protocol') || ':' || (value ->> 'number'), ' ')
                     FROM json_each(service.value, '\$.ports') WHERE value ->> 'direction' = 'listen'), '')
    FROM json_each(readfile('catalog.json'), '\$.components') AS component,
         json_each(component.value, '\$.services') AS service"
}

packages() {
  in_catalog "SELECT DISTINCT value ->> 'package' FROM json_each(readfile('catalog.json'), '\$.components')"
}

make_tree() { # FOLDER
  local package program ports port name page
  while read -r package; do
    mkdir -p "$1/$package/bin" "$1/$package/share/doc/manual"
    echo "$package of the practice media. Its programs open their ports and do nothing." \
      >"$1/$package/share/doc/README"
    for page in {1..8}; do
      printf 'Practice manual of %s, page %d\n\n%0*d\n' "$package" "$page" $((page * 700)) 0 \
        >"$1/$package/share/doc/manual/page-$page.txt"
    done
    ln -s manual/page-1.txt "$1/$package/share/doc/first-page"
  done < <(packages)
  while read -r package program ports; do
    name=${program##*/}
    install -m 755 "$parts/practice-service" "$1/$package/$program"
    for port in $ports; do echo "${port/:/ }"; done >"$1/$package/share/$name.ports"
  done < <(services)
}

make_media() { # NAME TREE SIGNER
  run "$setup" media create --catalog "$catalog" --from "$2" \
    --license-id practice-1 --license en="$parts/data/license.en.txt" --license de="$parts/data/license.de.txt" \
    --sign "$dir/keys/$3.key" "$dir/keys/$3.crt" --out "$dir/media/$1"
}

make_database() {
  run "$setup" database create --database.location "$dir/BESMgmt.db"
  run sqlite3 -cmd "PRAGMA foreign_keys = ON" "$dir/BESMgmt.db" <"$parts/data/primaries.sql"
}

make_domino() { # the files of a computer with a Domino server, see make-computer
  mkdir "$dir/computer"
  "$parts/install-stand-in" --as-root "$dir/computer/domino"
}

make_answers() {
  cat >"$dir/standby.ini" <<END
# bes-standby-setup install --answer-file $dir/standby.ini
[primary]
name = BES-NORTH

[database]
location = $dir/BESMgmt.db

[media]
folder = $dir/media/good
trust = $dir/keys/signer.crt

[license]
accept = yes

[components]
preset = same-as-primary
add = collaboration

[domino]
notes-ini = /local/notesdata/notes.ini
END
}
