# SPDX-License-Identifier: Apache-2.0
# Sourced after assertions.sh by the tests that need media of another version than that of the practice environment.
# shellcheck shell=bash

# What version 5.0.1 has: a program, a text, a link, a mode and a folder's mode are others; one file is new in a new
# folder, and one is gone; a file and a link are folders, and a folder with all that is in it is a file.
make_newer_tree() { # FOLDER
  # shellcheck disable=SC2154 # set in assertions.sh
  cp -a "$lab/tree" "$1"
  printf 'new' >>"$1/router/bin/bes-router"
  echo "of the new version" >>"$1/dispatcher/share/doc/README"
  ln -sfn manual/page-2.txt "$1/attachment/share/doc/first-page"
  chmod 640 "$1/alert/share/doc/README"
  chmod 750 "$1/alert/share/doc/manual"
  mkdir "$1/policy/share/doc/more"
  echo "a page more" >"$1/policy/share/doc/more/page.txt"
  rm "$1/policy/share/doc/manual/page-8.txt"
  rm -r "$1/collaboration/share/doc" "$1"/mds-connection/share/doc/{README,first-page}
  echo "all in one file" >"$1/collaboration/share/doc"
  mkdir -p "$1/mds-connection/share/doc/"{README/more,first-page}
  echo "now with its folder" >"$1/mds-connection/share/doc/README/more/page.txt"
}

make_media_of() { # FOLDER TREE SQL...: pairs of path and value that the catalogue has otherwise
  local folder=$1 tree=$2
  shift 2
  # shellcheck disable=SC2154
  sqlite3 :memory: "SELECT json_set(readfile('$source_folder/resources/catalog/bes-5.0-domino.json'), $*)" \
    >"$folder.catalog.json"
  # shellcheck disable=SC2154
  "$setup" media create --catalog "$folder.catalog.json" --from "$tree" --sign "$lab/keys/signer.key" \
    "$lab/keys/signer.crt" --out "$folder" >/dev/null
}
