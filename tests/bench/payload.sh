# SPDX-License-Identifier: Apache-2.0
# Sourced by benchmarks: builds what they need and makes a work folder, which ends with the benchmark. Gives
#   $programs     the folder of bench-payload and bench-staging
#   $setup        the program
#   make_media    makes "media" of the payload, and $installation, the options to install all of it
#   make_archives makes all.tar.zst and all.deb of the payload in the folder "many", both at $level of zstd
# shellcheck shell=bash disable=SC2034,SC2154 # $build, $project and $level are the benchmark's
[ -f "$build/build.ninja" ] || cmake -S "$project" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release >&2
cmake --build "$build" --target bench-payload bench-staging programs >&2
setup=$build/bin/bes-standby-setup
programs=$(dirname "$(find "$build" -type f -name bench-staging | head -n 1)")

work=$(mktemp -d "${SCRATCH:-/var/tmp}/bes-bench-XXXXXX")
chmod 755 "$work" # Domino's account looks for its files here
trap 'rm -rf "$work"' EXIT
cd "$work" || exit
echo "Making the payload and its archives in $work" >&2
mkdir many one

make_archives() {
  tar -I "zstd -$level" --owner=0 --group=0 -cf all.tar.zst -C many .
  mkdir -p deb/DEBIAN deb/opt
  cp -al many deb/opt/payload
  printf 'Package: bench-payload\nVersion: 1\nArchitecture: all\nMaintainer: nobody <nobody@example.org>\nDescription: payload\n' \
    >deb/DEBIAN/control
  dpkg-deb --root-owner-group -Zzstd -z"$level" --build deb all.deb >/dev/null
  rm -rf deb
}

make_media() {
  sqlite3 :memory: "SELECT json_object('format', 'bes-standby-setup.catalog', 'format_version', 1, 'product', 'Benchmark',
    'version', '5.0', 'components', json_group_array(json_object('id', 'package-' || value, 'name', value,
    'description', '', 'package', 'package-' || value, 'dependencies', json('[]'), 'failover_capable', json('false'),
    'domino_task', null, 'services', json('[]'), 'sources', json('{}'))))
    FROM json_each('[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\",\"i\",\"j\",\"k\",\"l\"]')" >catalog.json
  "$setup" media create --catalog catalog.json --from many --sign lab/keys/signer.key lab/keys/signer.crt \
    --out media >/dev/null
  installation=(--standby.computer standby1.example.org --primary.name BES-NORTH --media.folder "$work/media"
    --media.trust "$work/lab/keys/signer.crt" --domino.notes-ini /local/notesdata/notes.ini --components.preset none)
  local id
  for id in {a..l}; do installation+=(--components.add "package-$id"); done
}
