# SPDX-License-Identifier: Apache-2.0
# Sourced by tests of the programs for Windows: a practice site below C:\lab, made with the product's own commands, as
# tests/lab/make-lab makes one on Linux.
#   media\good       the catalogue's packages with practice services as the documented programs, in services of the documented names
#   BESMgmt.db       a BlackBerry Configuration Database (primaries.sql)
#   standby.ini      the answer file
#   C:\Lotus\Domino  notes.ini of a Domino server, with DOS line ends
# shellcheck shell=bash disable=SC2034,SC2154 # set by wine.sh, and for the tests

automatic=("BlackBerry Router" BBAttachServer "BlackBerry Dispatcher" "BlackBerry MDS Connection Service"
  "BlackBerry Collaboration Service" "BlackBerry Server Alert" BAS-NCC BAS-AS "BlackBerry Controller")
deferred=("BlackBerry MailStore Service" "BlackBerry Policy Service" "BlackBerry SyncServer")
notes_ini=$drive/Lotus/Domino/notes.ini
practice_service=$build/libexec/bes-standby-setup/practice/practice-service.exe

# On Windows a service's key is its documented name, and its program the documented one; where none is known, of that name.
make_catalog() { # FILE [VERSION]
  python3 - "$source_folder/resources/catalog/bes-5.0-domino.json" "$1" "${2:-}" << 'END'
import json, sys
catalog = json.load(open(sys.argv[1], encoding="utf-8"))
catalog["version"] = sys.argv[3] or catalog["version"]
for component in catalog["components"]:
    for service in component["services"]:
        service["unit"] = service["name"]
        service["program"] = "bin/" + (service["executable"] or service["name"].replace(" ", "") + ".exe")
json.dump(catalog, open(sys.argv[2], "w", encoding="utf-8"), indent=2)
END
}

make_tree() { # CATALOG FOLDER
  python3 - "$1" "$2" "$practice_service" << 'END'
import json, os, shutil, sys
catalog, folder, program = sys.argv[1:]
for component in json.load(open(catalog, encoding="utf-8"))["components"]:
    package = os.path.join(folder, component["package"])
    for sub in ("bin", "share"):
        os.makedirs(os.path.join(package, sub), exist_ok=True)
    with open(os.path.join(package, "share", "README"), "w", encoding="utf-8") as file:
        file.write(component["package"] + " of the practice media\n")
    for service in component["services"]:
        shutil.copy(program, os.path.join(package, service["program"]))
        name = os.path.splitext(os.path.basename(service["program"]))[0]
        with open(os.path.join(package, "share", name + ".ports"), "w", encoding="utf-8") as file:
            file.writelines(f"{port['protocol']} {port['number']}\n" for port in service["ports"] if port["direction"] == "listen")
END
}

make_signer() { # NAME
  openssl req -x509 -newkey rsa:3072 -nodes -sha256 -days 30 -keyout "$lab/keys/$1.key" -out "$lab/keys/$1.crt" \
    -subj "/O=Practice/CN=practice-$1" -addext keyUsage=critical,digitalSignature -addext extendedKeyUsage=codeSigning 2> /dev/null
}

make_media() { # NAME TREE CATALOG SIGNER
  setup media create --catalog "C:/lab/$3" --from "C:/lab/$2" --license-id practice-1 \
    --license en="S:/app/practice/data/license.en.txt" --sign "C:/lab/keys/$4.key" "C:/lab/keys/$4.crt" --out "C:/lab/media/$1"
}

make_database() {
  rm -f "$lab"/BESMgmt.db*
  setup database create --database.location C:/lab/BESMgmt.db
  sqlite3 -cmd "PRAGMA foreign_keys = ON" "$lab/BESMgmt.db" < "$source_folder/app/practice/data/primaries.sql"
}
contents() { sqlite3 "$lab/BESMgmt.db" .dump; }

make_domino() {
  mkdir -p "$(dirname "$notes_ini")"
  LC_ALL=C sed -E 's|^Directory=.*|Directory=C:\\Lotus\\Domino|; s|^NotesProgram=.*|NotesProgram=C:\\Lotus\\Domino|; s|$|\r|' \
    "$source_folder/app/practice/data/notes.ini" > "$notes_ini"
}

make_answers() {
  cat > "$lab/standby.ini" << 'END'
[primary]
name = BES-NORTH

[database]
location = C:\lab\BESMgmt.db

[media]
folder = C:\lab\media\good
trust = C:\lab\keys\signer.crt

[license]
accept = yes

[components]
preset = same-as-primary
add = collaboration

[domino]
notes-ini = C:\Lotus\Domino\notes.ini
END
}

make_site() {
  mkdir -p "$lab/keys" "$lab/media" "$lab/tree"
  make_signer signer
  make_catalog "$lab/catalog.json"
  make_tree "$lab/catalog.json" "$lab/tree"
  assert "media is made" make_media good tree catalog.json signer
  assert "a database is made" make_database
  make_domino
  make_answers
}

# There is no Domino server to ask: what only it can tell is accepted.
accepted=()
while read -r id; do accepted+=(--domino.accept-unknown "$id"); done < <(said setup answers new --json |
  python3 -c 'import json, sys; print(*next(a["choices"] for a in json.load(sys.stdin)["answers"] if a["name"] == "domino.accept-unknown"), sep="\n")')
install_standby() { try setup install --answer-file C:/lab/standby.ini "${accepted[@]}" "$@"; }

# Programs of services that were ever started, by their own trace.
logs="$drive/Program Files/BES Standby Logs"
traces() { (cd "$logs" 2> /dev/null && find . -name '*.started' -printf '%f\n' | sed 's/.started$//' | LC_ALL=C sort); }
