#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# What a program inherits from whoever starts it changes nothing: closed descriptors, umask, ignored and blocked signals, a
# folder that is gone, languages that are not installed, limits, variables. Each is tried with a whole installation.
. "$(dirname "$0")/assertions.sh"

number=0
# Runs "COMMAND... setup install ..." for a new computer; the answers come after what is given.
installed_by() { # WHAT COMMAND...
  local what=$1
  shift
  number=$((number + 1))
  root=$work/$number
  "$source_folder/tests/lab/make-computer" "$lab" "$root"
  cp "$lab/BESMgmt.db" "$root.db"
  try "$@" "$setup" install --answer-file "$lab/standby.ini" --root "$root" --standby.computer standby1.example.org \
    --database.location "$root.db"
  assert_code "$what: the standby is installed" 0
  assert "$what: it is there" "$setup" status --root "$root"
}
# Types, modes and sizes of all that the installation made, without names and sizes that differ from run to run.
modes() { (cd "$1" && find . -path ./var -prune -o -printf '%P %y %m\n' | LC_ALL=C sort); }
through() { # SHELL-TEXT: runs the rest of the words by "$@" in it
  bash -c "$1" bash "${@:2}"
}

installed_by "as usual"
usual=$(modes "$root")

for closed in '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
  installed_by "closed $closed" through "exec \"\$@\" $closed"
done
try through 'exec "$@" <&- 2>&-' "$setup" check --answer-file "$lab/standby.ini" --root "$root" \
  --standby.computer standby1.example.org --database.location "$root.db"
assert_code "closed descriptors are no wish to cancel" 0

for mask in 000 077 777; do
  installed_by "umask $mask" through "umask $mask; exec \"\$@\""
  assert_equal "umask $mask: the modes are as usual" "$usual" "$(modes "$root")"
  assert_equal "umask $mask: nobody else can change the state" "" \
    "$(find "$root/var/lib" "$root/var/log/bes-standby-setup" -perm /022 ! -type l)"
done

# Python passes on what it is told, unlike a shell.
inheriting() { # PYTHON-STATEMENTS: before the rest of the words is executed
  python3 -c 'import os, sys, signal, resource
exec(sys.argv[1])
os.execv(sys.argv[2], sys.argv[2:])' "$@"
}
installed_by "ignored children" inheriting 'signal.signal(signal.SIGCHLD, signal.SIG_IGN)'
installed_by "every signal ignored" inheriting 'for s in signal.valid_signals() - {9, 19, 32, 33}: signal.signal(s, signal.SIG_IGN)'
installed_by "every signal blocked" inheriting 'signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())'
# It ends who is still being loaded when it comes, which no program can help: with sanitizers that takes a while.
began=${EPOCHREALTIME/./}
"$setup" version >/dev/null
loaded=$((${EPOCHREALTIME/./} - began))
printf -v soon '%d.%06d' $((5 * loaded / 1000000)) $((5 * loaded % 1000000))
installed_by "a timer" inheriting "signal.setitimer(signal.ITIMER_REAL, $soon)"
installed_by "1,500 descriptors" inheriting 'resource.setrlimit(resource.RLIMIT_NOFILE, (2000, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
for i in range(1500): os.set_inheritable(os.open("/dev/null", os.O_RDONLY), True)'
installed_by "output that does not wait" inheriting 'os.set_blocking(1, False); os.set_blocking(2, False)'
installed_by "a soft limit of 16 files" through 'ulimit -S -n 16; exec "$@"'
installed_by "background" through '"$@" & wait $!'
installed_by "nohup" nohup
installed_by "no name" through 'exec -a "" "$@"'

gone=$work/gone
installed_by "a folder that is gone" through "mkdir $gone && cd $gone && rmdir $gone; exec \"\$@\""
for language in xx_YY.UTF-8 de_DE.UTF-8 C tr_TR.UTF-8; do
  installed_by "LC_ALL=$language" env LC_ALL=$language LANG=$language LANGUAGE=de
done
installed_by "no variables" env -i
assert_equal "no variables: the modes are as usual" "$usual" "$(modes "$root")"
installed_by "a path without programs" env PATH=/nowhere
installed_by "an empty path" env PATH=

try through 'ulimit -n 16; exec "$@"' "$setup" check --answer-file "$lab/standby.ini"
assert_code "too few files are told" 18
assert_says "16 files open.*ulimit -n"

# Variables by which libraries load, trust and write: nothing that they name is opened.
if [ "$(id -u)" -eq 0 ]; then
  evil=$work/evil
  mkdir -m 777 "$evil"
  echo 'nonsense [' >"$evil/file"
  variables=()
  for name in OPENSSL_CONF OPENSSL_MODULES OPENSSL_ENGINES SSL_CERT_FILE SSL_CERT_DIR SSLKEYLOGFILE CURL_CA_BUNDLE NETRC \
    GCONV_PATH LOCPATH NLSPATH PGSERVICEFILE PGPASSFILE PGSYSCONFDIR KRB5_CONFIG KRB5_TRACE CURL_HOME HOME \
    XDG_CONFIG_HOME XDG_DATA_HOME TMPDIR SQLITE_TMPDIR TMP TEMP SYSTEMD_UNIT_PATH HOSTALIASES; do
    variables+=("$name=$evil/file")
  done
  installed_by "hostile variables" env "${variables[@]}" "TZ=:$evil/file" "PATH=$evil:$PATH" SYSTEMD_LOG_LEVEL=debug
  if command -v strace >/dev/null; then
    env "${variables[@]}" "TZ=:$evil/file" "PATH=$evil:$PATH" ASAN_OPTIONS=detect_leaks=0 strace -f -qq -v -s 4096 -o "$work/trace" \
      -e trace=open,openat,openat2,creat,execve,execveat,rename,unlink,mkdir "$setup" check --answer-file "$lab/standby.ini" --root "$root" \
      --standby.computer standby1.example.org --database.location "$root.db" >/dev/null 2>&1
    # the first line is how it was started
    assert_equal "nothing that they name is opened" "" "$(tail -n +2 "$work/trace" | grep -F "$evil")"
  fi
fi
finish
