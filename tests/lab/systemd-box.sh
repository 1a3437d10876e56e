#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# A box: a throwaway, real systemd as PID 1 over a copy-on-write view of this machine's root folder. Nothing that runs
# inside changes the machine; it has its own services, processes, network (loopback only) and host name.
#
#   systemd-box.sh possible                  says why there can be no box here (exit code 1 then)
#   systemd-box.sh up NAME [--hostname NAME] [--with FOLDER]... [--keep FOLDER] [--log-jobs]
#        --with: a folder that the box must see at the same path although it is on another file system than / (not below
#                /run, /dev, /proc and /sys)
#        --keep: what the box changed is kept there by `down` and found again by the next `up`
#        --log-jobs: process 1 logs at level debug, so that the journal names every job that it was ever given
#   systemd-box.sh run NAME COMMAND...       runs a command inside, as root, in the caller's folder where the box has it
#   systemd-box.sh reboot NAME
#   systemd-box.sh down NAME                 shuts the box down and removes all of it
#
# Needs root and Debian's systemd-container. Where systemd is the host's own PID 1, systemd-nspawn puts the box into a
# scope of it; elsewhere (containers, build machines) the box gets a cgroup of its own, so that several run side by side.
set -euo pipefail

base=${BES_BOX_BASE:-/run/bes-box}
complain() { echo "systemd-box: $*" >&2; }
give_up() { complain "$*"; exit 1; }

why_impossible() {
  if [ "$(id -u)" -ne 0 ]; then echo "it needs root"
  elif ! command -v systemd-nspawn >/dev/null; then echo "systemd-nspawn is missing (Debian package systemd-container)"
  elif ! [ -x /lib/systemd/systemd ]; then echo "systemd is missing"
  elif ! unshare --mount --pid --fork true 2>/dev/null; then echo "this machine allows no namespaces"
  elif ! grep -qw overlay /proc/filesystems && ! modprobe overlay 2>/dev/null; then echo "the kernel has no overlay"
  fi
}

host_runs_systemd() { [ -d /run/systemd/system ]; }

# The cgroup folders of a box called $name on a host without systemd.
cgroups() {
  local hierarchy
  if [ "$(stat -f -c %T /sys/fs/cgroup)" = cgroup2fs ]; then
    echo "/sys/fs/cgroup/bes-box.$name"
  else
    for hierarchy in unified systemd; do
      [ ! -d /sys/fs/cgroup/$hierarchy ] || echo "/sys/fs/cgroup/$hierarchy/bes-box.$name"
    done
  fi
}

# The machine's own services, mounts and timers stay out; a box starts with what Debian's systemd brings.
prepare_root() {
  local root=$1 hostname=$2 units=$1/etc/systemd/system unit
  rm -rf "$units"/*.wants "$units"/*.requires "$root/var/lib/systemd/linger"
  rm -f "$root"/etc/rc?.d/S* "$root/etc/machine-id" "$root/etc/resolv.conf" "$root/etc/fstab" "$root/etc/crypttab"
  for unit in systemd-firstboot.service systemd-timesyncd.service systemd-networkd.service systemd-resolved.service \
    getty-static.service getty@tty1.service console-getty.service getty.target apt-daily.timer \
    apt-daily-upgrade.timer dpkg-db-backup.timer e2scrub_all.timer fstrim.timer man-db.timer; do
    ln -sfn /dev/null "$units/$unit"
  done
  ln -sfn /lib/systemd/system/multi-user.target "$units/default.target"
  # a checkout may lie below /tmp, which Debian empties at boot
  mkdir -p "$root/etc/tmpfiles.d"
  ln -sfn /dev/null "$root/etc/tmpfiles.d/tmp.conf"
  tr -d - </proc/sys/kernel/random/uuid >"$root/etc/machine-id"
  : >"$root/etc/resolv.conf"
  echo "$hostname" >"$root/etc/hostname"
  printf '127.0.0.1 localhost\n127.0.1.1 %s\n' "$hostname" >"$root/etc/hosts"
  rm -rf "$root/var/log/journal"
  mkdir -p "$root/var/log/journal" "$root/etc/systemd/journald.conf.d" "$root/etc/systemd/system.conf.d"
  printf '[Journal]\nStorage=persistent\nSystemMaxUse=64M\nRateLimitIntervalSec=0\n' \
    >"$root/etc/systemd/journald.conf.d/box.conf"
  [ "$log_jobs" = no ] || printf '[Manager]\nLogLevel=debug\n' >"$root/etc/systemd/system.conf.d/box.conf"
}

mount_root() {
  local hostname=$1 keep=$2
  mkdir -p "$box"
  mount -t tmpfs -o size=2g,mode=755 "bes-box.$name" "$box"
  mkdir "$box/changes" "$box/changes/root" "$box/work" "$box/root"
  [ -z "$keep" ] || [ ! -d "$keep/changes" ] || cp -aT "$keep/changes" "$box/changes"
  mount -t overlay overlay -o "lowerdir=/,upperdir=$box/changes/root,workdir=$box/work" "$box/root"
  if [ -z "$keep" ] || [ ! -d "$keep/changes" ]; then prepare_root "$box/root" "$hostname"; fi
  echo "$keep" >"$box/keep"
  : >"$box/options"
}

# A folder of another file system, copy-on-write too.
add_folder() {
  local folder index
  folder=$(realpath "$1")
  [ "$(stat -c %d "$folder")" != "$(stat -c %d /)" ] || return 0
  index=$(wc -l <"$box/options")
  mkdir -p "$box/changes/$index" "$box/root$folder"
  echo "--overlay=$folder:$box/changes/$index:$folder" >>"$box/options"
}

# Process 1 of the box, as the host sees it. nspawn has a short-lived child of its own besides.
find_init() {
  local supervisor=$1 child
  for child in $(pgrep -P "$supervisor"); do
    if grep -qP '^NSpid:\t\d+\t([0-9]+\t)*1$' "/proc/$child/status" 2>/dev/null &&
      [ "$(cat "/proc/$child/comm" 2>/dev/null)" = systemd ]; then
      echo "$child"
      return 0
    fi
  done
  return 1
}

ended() { [ ! -e "/proc/$1/stat" ] || grep -qsP '^\d+ \(.*\) Z' "/proc/$1/stat"; }

start_systemd() {
  local options=(-q -D "$box/root" -M "$name" --register=no --private-network --console=pipe -b)
  local extra folders=()
  mapfile -t extra <"$box/options"
  if ! host_runs_systemd; then
    options+=(--keep-unit)
    mapfile -t folders < <(cgroups)
    [ ${#folders[@]} -eq 0 ] || mkdir -p "${folders[@]}"
  fi
  # The shell moves itself into the box's cgroup before it becomes nspawn.
  # shellcheck disable=SC2016
  setsid bash -c 'box=$1; shift
    while [ "$1" != -- ]; do echo $$ >"$1/cgroup.procs"; shift; done; shift
    echo $$ >"$box/supervisor"; SYSTEMD_NSPAWN_TMPFS_TMP=0 exec systemd-nspawn "$@"' \
    bash "$box" "${folders[@]}" -- "${options[@]}" "${extra[@]}" </dev/null >>"$box/console" 2>&1 &
  disown
}

wait_until_booted() {
  local supervisor='' init='' state=''
  for _ in {1..500}; do
    if [ -s "$box/supervisor" ]; then
      supervisor=$(cat "$box/supervisor")
      ! init=$(find_init "$supervisor") || break
      ! ended "$supervisor" || break
    fi
    sleep 0.02
  done
  [ -n "$init" ] || { cat "$box/console" >&2; give_up "systemd did not start in the box"; }
  echo "$init" >"$box/init"
  local limit=$((SECONDS + 120)) # a busy computer boots slowly
  while ((SECONDS < limit)); do
    state=$(inside systemctl is-system-running 2>/dev/null || true)
    case $state in running | degraded) return 0 ;; esac
    sleep 0.05
  done
  give_up "the box did not finish booting: $state"
}

inside() {
  local folder=/
  [ ! -d "$box/root$PWD" ] || folder=$PWD
  # -r: where this machine is a chroot itself, the root of the namespace is another folder than that of the box
  nsenter -t "$(cat "$box/init")" -a -r -- env -i -C "$folder" HOME=/root LANG=C.UTF-8 TERM="${TERM:-dumb}" \
    PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$@"
}

wait_for_end() {
  for _ in {1..200}; do
    ! ended "$1" || return 0
    sleep 0.05
  done
  complain "the box did not end in time, killing it"
  return 1
}

up() {
  local hostname=$name keep='' log_jobs=no with=() reason folder
  while [ $# -gt 0 ]; do
    case $1 in
      --log-jobs) log_jobs=yes; shift; continue ;;
      --hostname) hostname=$2 ;;
      --with) with+=("$2") ;;
      --keep) keep=$(realpath -m "$2") ;;
      *) give_up "unknown option $1" ;;
    esac
    shift 2
  done
  reason=$(why_impossible)
  [ -z "$reason" ] || give_up "no box is possible: $reason"
  ! mountpoint -q "$box" || give_up "there is a box called $name already"
  trap 'rm -f "$box/keep"; down' EXIT
  mount_root "$hostname" "$keep"
  for folder in "${with[@]}"; do add_folder "$folder"; done
  start_systemd
  wait_until_booted
  trap - EXIT
}

reboot_box() {
  inside systemctl reboot 2>/dev/null || true # its connection may end before the answer
  if host_runs_systemd; then # nspawn boots again by itself
    wait_for_end "$(cat "$box/init")"
  else # with --keep-unit it ends instead
    wait_for_end "$(cat "$box/supervisor")"
    rm "$box/supervisor" "$box/init"
    start_systemd
  fi
  wait_until_booted
}

keep_changes() {
  local keep=$1
  mkdir -p "$keep"
  rm -rf "$keep/changes.new" "$box"/changes/.\#*
  cp -a "$box/changes" "$keep/changes.new"
  rm -rf "$keep/changes"
  mv "$keep/changes.new" "$keep/changes"
}

down() {
  local supervisor='' init='' keep='' folders=()
  [ ! -s "$box/supervisor" ] || supervisor=$(cat "$box/supervisor")
  [ ! -s "$box/init" ] || init=$(cat "$box/init")
  if [ -n "$supervisor" ] && ! ended "$supervisor"; then
    kill "$supervisor" 2>/dev/null || true
    wait_for_end "$supervisor" || kill -9 ${init:+"$init"} "$supervisor" 2>/dev/null || true
  fi
  [ -z "$init" ] || ended "$init" || kill -9 "$init" 2>/dev/null || true
  [ ! -s "$box/keep" ] || keep=$(cat "$box/keep")
  [ -z "$keep" ] || [ -z "$init" ] || keep_changes "$keep"
  ! mountpoint -q "$box/root" || umount "$box/root" || umount -l "$box/root"
  ! mountpoint -q "$box" || umount "$box" || umount -l "$box"
  [ ! -d "$box" ] || rmdir "$box"
  if ! host_runs_systemd; then
    mapfile -t folders < <(cgroups)
    find "${folders[@]}" -depth -type d -exec rmdir {} + 2>/dev/null || true
  fi
}

command=${1:-}
name=${2:-}
box=$base/$name
case $command in
  possible) reason=$(why_impossible); [ -z "$reason" ] || give_up "no box is possible: $reason" ;;
  up) shift 2; up "$@" ;;
  run) shift 2; inside "$@" ;;
  reboot) reboot_box ;;
  down) down ;;
  *) sed -n '3,/^set -e/{/^set -e/!s/^# \{0,1\}//p}' "$0"; exit 2 ;;
esac
