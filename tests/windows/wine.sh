# SPDX-License-Identifier: Apache-2.0
# Sourced by every test of the programs for Windows as people call them: a fresh Windows (Wine), with a name and a network of
# its own, in $work; setup() calls the program there.
#   BES_BUILD  build folder (packaging/windows/test sets it)
# shellcheck shell=bash disable=SC2034 # variables for the tests
set -uo pipefail
source_folder=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=${BES_BUILD:-$source_folder/build/windows}
export LC_ALL=C.UTF-8

# Its services take ports that others may use here, and a computer has a name and an address.
if [ -z "${BES_OWN_COMPUTER:-}" ]; then
  own=(unshare --net --uts)
  [ "$(id -u)" -eq 0 ] || own+=(--map-root-user)
  # shellcheck disable=SC2016
  BES_OWN_COMPUTER=yes exec "${own[@]}" -- bash -c 'hostname standby1 && ip link set lo up &&
    ip link add eth0 type veth peer name eth1 && ip address add 192.0.2.99/24 dev eth0 && ip link set eth0 up &&
    ip link set eth1 up && exec bash "$0" "$@"' "$0" "$@"
fi
# shellcheck source=../system/words.sh
. "$source_folder/tests/system/words.sh"

work=$(mktemp -d "$build/tests/$(basename "$0" .sh).XXXXXX")
export WINEPREFIX=$work/windows WINEDEBUG=-all WINEARCH=win64 WINEDLLOVERRIDES="mscoree=;mshtml="
drive=$WINEPREFIX/drive_c
lab=$drive/lab
program="S:${build#"$source_folder"}/bin/bes-standby-setup.exe"
clean_up() {
  wineserver -k
  wineserver -w
  [ -n "${BES_KEEP:-}" ] || rm -rf "$work"
}
trap clean_up EXIT

# The first process of Windows starts the system's services, which would keep our streams open. They end when no program of a
# person runs any more, and all services with them: one stays, and waits for a line that never comes.
boot() {
  wine wineboot > /dev/null 2>&1 < /dev/null
  [ -e "$work/nothing" ] || mkfifo "$work/nothing"
  exec {waits}<> "$work/nothing"
  wine cmd <&"$waits" > /dev/null 2>&1 &
}
# As after a power cut: nobody is asked.
reboot() {
  wineserver -k
  wineserver -w
  boot
}
setup() { wine "$program" "$@"; }

"$source_folder/packaging/windows/wine-prefix" "$WINEPREFIX"
boot

# --- what Windows says ------------------------------------------------------------------------------------------------
said() { "$@" 2> /dev/null < /dev/null | tr -d '\r'; }
registry() { # KEY...: all that is in them, as text
  local key file=$drive/windows/temp/export.reg i
  for key in "$@"; do
    # Wine's reg gives up where a key goes while it reads, as keys of Windows' own do
    for ((i = 0; i < 5; ++i)); do
      rm -f "$file"
      ! wine reg export "$key" 'C:\windows\temp\export.reg' > /dev/null 2>&1 < /dev/null || break
    done
    # without the fonts of this computer, which Wine lists when a program asks for one
    iconv -f UTF-16 -t UTF-8 "$file" 2> /dev/null | tr -d '\r' | grep -vF '"\\??\\unix'
  done
}
services_key='HKLM\System\CurrentControlSet\Services'
value_of() { # KEY VALUE: as "reg query" shows it
  said wine reg query "$1" /v "$2" | sed -n "s/^ *$2 *REG_[A-Z_]* *//p"
}
state_of() { said wine sc query "$1" | sed -n 's/^ *STATE *: [0-9]* *\([A-Z_]*\).*/\1/p'; } # SERVICE
comes_to() { # SERVICE STATE: within half a minute
  local i
  for ((i = 0; i < 60; ++i)); do
    [ "$(state_of "$1")" != "$2" ] || return 0
    sleep 0.5
  done
  return 1
}
# Every file and folder of drive C: with the SHA-256 of its bytes, of Windows' own its size; but what setup keeps of itself.
tree() {
  (cd "$drive" && find . \( -path ./windows/temp -o -path './users/*/Temp' -o -path "./Program Files/BES Standby Setup" \) -prune -o \
    -type d -printf '%p d\n' -o -path './windows/*' -type f -printf '%p f %s\n' -o -type f -printf '%p f ' -exec sha256sum {} \; |
    sed 's/ \([0-9a-f]\{64\}\) .*/ \1/' | LC_ALL=C sort)
}
