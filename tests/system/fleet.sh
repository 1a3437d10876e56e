# SPDX-License-Identifier: Apache-2.0
# Sourced after postgresql_server.sh by the test of the Ansible collection: a fleet of practice computers in $memory, and plays.
# shellcheck shell=bash disable=SC2034,SC2154 # variables of and for the tests

computers=${BES_FLEET_COMPUTERS:-20}
# Where one is as good as all of them. In memory, as the crowd's: it is not the disk that is tested.
few=computer1,computer2,computer3
memory=$(mktemp -d /dev/shm/bes-fleet.XXXXXX)
chmod 755 "$memory"
clean_ups+=("rm -rf $memory")
database_password=fleets-secret-$RANDOM$RANDOM
address=(--database.backend postgresql --database.server localhost --database.user besadmin --database.ca-file "$work/authority.crt")
home=$work/home
collections=$work/collections
said=()

ansible=(env HOME="$home" ANSIBLE_HOME="$home/.ansible" ANSIBLE_LOCAL_TEMP="$home/.ansible/tmp" ANSIBLE_COLLECTIONS_PATH="$collections"
  ANSIBLE_PIPELINING=1 ANSIBLE_NOCOLOR=1 ANSIBLE_FORKS="$(($(nproc) * 2))" ANSIBLE_LOCALHOST_WARNING=0 LC_ALL=C.UTF-8
  ansible-playbook -i "$work/inventory.ini" -e "@$work/secrets.yml")
documents=(env HOME="$home" ANSIBLE_HOME="$home/.ansible" ANSIBLE_COLLECTIONS_PATH="$collections" LC_ALL=C.UTF-8 ansible-doc)
in_fleet() { query -d fleet -c "$1"; }
# Setup's own records, and Ansible's certificates, are not the standby.
everything() { snapshot "$memory"/computer* | grep -vE "/(var/(lib|log)|etc)/bes-standby-setup( |/|$)"; }
of_computer() { grep "$memory/computer$1/"; }

make_fleet() {
  local number
  make_server
  query -d postgres -v "password=$database_password" <<<"ALTER ROLE besadmin PASSWORD :'password';"
  query -d postgres -c 'CREATE DATABASE "fleet" OWNER besadmin'
  FLEETS=$database_password "$setup" database create "${address[@]}" --database.password env:FLEETS --database.port "$port" \
    --database.name fleet >/dev/null
  in_fleet "
INSERT INTO ServerConfig (Id, ServerName, MachineName, FullyQualifiedName, DominoServer, ProductVersion, Role,
                          SRPIdentifier, SRPAuthenticationKey, SRPHost, SRPPort)
SELECT n, 'BES-' || n, 'bes-' || n, 'bes-' || n || '.example.org', 'CN=Mail01/O=Acme', '5.0', 'primary',
       'S' || (10000000 + n), '7f3a-91c4-0be2-d85e-46a7-2c19-f0d3-8b65-e14f-' || (1000 + n), 'srp.practice.invalid', 3101
FROM generate_series(1, $computers) n;
INSERT INTO ServerAddress (ServerConfigId, Address) SELECT n, '192.0.2.' || n FROM generate_series(1, $computers) n;
INSERT INTO ServerComponent (ServerConfigId, Component)
SELECT n, c FROM generate_series(1, $computers) n, (VALUES ('router'), ('dispatcher'), ('alert'), ('policy')) AS Component (c);
SELECT setval(pg_get_serial_sequence('serverconfig', 'id'), $computers)" >/dev/null
  for ((number = 1; number <= computers; ++number)); do
    "$source_folder/tests/lab/make-computer" "$lab" "$memory/computer$number"
    ln -s "$lab/media/good" "$memory/media-of-$number"
    echo "computer$number number=$number"
  done >"$work/hosts"
  make_play
}

make_play() {
  mkdir -p "$home"
  printf 'bes_standby_database_password: "%s"\n' "$database_password" >"$work/secrets.yml"
  chmod 600 "$work/secrets.yml"
  {
    printf '%s\n' "[standbys]"
    cat "$work/hosts"
    printf '%s\n' "[standbys:vars]" "ansible_connection=local" "ansible_python_interpreter=$(command -v python3)"
  } >"$work/inventory.ini"
  cat >"$work/play.yml" <<END
- hosts: standbys
  gather_facts: false
  vars:
    certificates: [$lab/keys/signer.crt]
    components: {}
    more: {}
  roles:
    - role: bes.standby.standby
      vars:
        bes_standby_program: $setup
        bes_standby_root: $memory/computer{{ number }}
        bes_standby_certificates: "{{ certificates }}"
        bes_standby_trust_folder: "{{ bes_standby_root }}/etc/bes-standby-setup/trust.d"
        bes_standby_answers: "{{ answers | combine(components) | combine(more) }}"
        answers:
          primary.name: BES-{{ number }}
          standby.computer: bes-{{ number }}-here.example.org
          database.backend: postgresql
          database.server: localhost
          database.port: $port
          database.name: fleet
          database.user: besadmin
          database.ca-file: $work/authority.crt
          media.folder: $memory/media-of-{{ number }}
          media.trust: ["{{ bes_standby_trust_folder }}"]
          license.accept: true
          domino.notes-ini: /local/notesdata/notes.ini
END
  # The first computer's, for a run without Ansible.
  cat >"$work/one.ini" <<END
[primary]
name = BES-1
[standby]
computer = bes-1-here.example.org
[database]
backend = postgresql
server = localhost
port = $port
name = fleet
user = besadmin
password = file:$work/one.password
ca-file = $work/authority.crt
[media]
folder = $lab/media/good
trust = $lab/keys/signer.crt
[license]
accept = yes
[domino]
notes-ini = /local/notesdata/notes.ini
END
}

install_collection() {
  assert "the collection is built" env HOME="$home" LC_ALL=C.UTF-8 ansible-galaxy collection build "$source_folder/packaging/ansible" \
    --output-path "$work"
  assert "and installed" env HOME="$home" LC_ALL=C.UTF-8 ansible-galaxy collection install --offline "$work"/bes-standby-*.tar.gz \
    --collections-path "$collections"
}

run_play() { # WHAT OPTION...
  local what=$1 began=$EPOCHREALTIME
  shift
  said+=("$work/said-${#said[@]}")
  try "${ansible[@]}" "$@" "$work/play.yml"
  echo "$output" >"${said[-1]}"
  echo "$what: $(awk "BEGIN { print $EPOCHREALTIME - $began }") s"
  sed -n '/^PLAY RECAP/,$ { /^./ s/^/    /p }' <<<"$output"
}

# Of the last run: so many computers are changed, so many have failed, and all others are there and right.
recap_says() { # WHAT CHANGED FAILED
  local recap
  recap=$(sed -n '/^PLAY RECAP/,$ p' <<<"$output" | grep ' ok=')
  local changed failed
  changed=$(grep 'failed=0' <<<"$recap" | grep -c 'changed=[1-9]')
  failed=$(grep -c 'failed=[1-9]' <<<"$recap")
  if [ "$changed $failed" = "$2 $3" ] && ! grep -q 'unreachable=[1-9]' <<<"$recap"; then
    echo "ok: $1 ($(wc -l <<<"$recap") computers, changed $changed, failed $failed)"
  else
    not_so "$1" "changed $changed, not $2; failed $failed, not $3" "$(tail -n 60 <<<"$output" | cut -c1-3000)"
  fi
}
