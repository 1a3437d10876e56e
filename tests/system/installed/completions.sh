#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Bash, zsh and fish complete commands, options, answers, their choices and files, of setup and of the wizard.
. "$(dirname "$0")/../assertions.sh"

completions=$BES_BUILD/documents
mkdir -p "$work/here/folder.d" "$work/zsh" "$work/home"
touch "$work/here/standby.ini"
cp "$completions/bes-standby-setup.zsh" "$work/zsh/_bes-standby-setup"
cp "$completions/bes-standby-wizard.zsh" "$work/zsh/_bes-standby-wizard"
cd "$work/here" || exit

in_bash() { # WORD...: what the last word becomes, a word on each line
  # shellcheck disable=SC2016
  bash --norc -c 'source "$1/$2.bash"; shift
    compopt() { :; } # works only while bash completes
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
    "_${1//-/_}"
    printf "%s\n" "${COMPREPLY[@]}"' bash "$completions" "$@"
}
in_fish() { # LINE
  HOME=$work/home fish --no-config -c "source '$completions/${1%% *}.fish'; complete -C '$1'" | cut -f 1
}
in_zsh() { # LINE
  HOME=$work/home python3 "$source_folder/tests/system/installed/zsh_completes.py" "$work/zsh" "$1"
}
has_lines() { # TEXT LINE...
  local text=$1 line
  shift
  for line in "$@"; do grep -qxF -e "$line" -e "$line/" <<<"$text" || { echo "$line is missing in: $text"; return 1; }; done
}
completes() { # WHAT "LINE" WORD...: every shell offers these words for the last word of the line
  local what=$1 line=$2 shell words
  shift 2
  for shell in bash fish zsh; do
    if [ $shell = bash ]; then
      IFS=' ' read -ra words <<<"$line"
      [[ $line != *' ' ]] || words+=("")
      assert "$shell completes $what" has_lines "$(in_bash "${words[@]}")" "$@"
    else
      assert "$shell completes $what" has_lines "$("in_$shell" "$line")" "$@"
    fi
  done
}

assert_equal "shellcheck has nothing to say" "" "$(shellcheck "$completions"/*.bash 2>&1)"
for file in "$completions"/*.zsh; do assert "zsh can read $(basename "$file")" zsh -n "$file"; done
for file in "$completions"/*.fish; do assert "fish can read $(basename "$file")" fish --no-execute "$file"; done

mapfile -t words < <("$setup" help --json | grep -oP '^      "name": "\K[^" ]+' | sort -u)
completes "the commands" "bes-standby-setup " "${words[@]}"
completes "a beginning" "bes-standby-setup rem" remove
completes "the second word" "bes-standby-setup media " capture create verify license list
completes "a command's own option" "bes-standby-setup media create --cat" --catalog
completes "an answer" "bes-standby-setup install --primary." --primary.name
completes "an answer's choices" "bes-standby-setup install --components.preset " same-as-primary failover-capable none
completes "a file" "bes-standby-setup check --answer-file sta" standby.ini
completes "a folder" "bes-standby-setup install --media.folder fol" folder.d
completes "a shipped catalogue" "bes-standby-setup media create --catalog bes" bes-5.0-domino bes-5.0-domino-windows
completes "what is done for practice" "bes-standby-setup practice " wizard install status failover remove folder.d
completes "a topic" "bes-standby-setup help exit" exit-codes
completes "the wizard's answers" "bes-standby-wizard --database.b" --database.backend

# every option of every command, and no other
while read -r command option; do
  IFS=+ read -ra words <<<"$command"
  [[ " $(in_bash bes-standby-setup "${words[@]}" - | xargs) " == *" --$option "* ]] ||
    not_so "bash completes --$option of ${words[*]}"
done < <("$setup" help --json | python3 -c '
import json, sys
for command in json.load(sys.stdin)["commands"]:
    for name in [option["name"] for option in command["options"]] + command["answers"]:
        print(command["name"].replace(" ", "+"), name)')
assert_equal "after a group's word bash knows only its own" "" "$(in_bash bes-standby-setup media inst)"
# fish 4 offers what has the letters anywhere
assert_equal "fish offers an option of one command nowhere else" "" "$(in_fish "bes-standby-setup remove --catal")"
finish
