# SPDX-License-Identifier: Apache-2.0
"""zsh_completes.py FOLDER LINE: what zsh offers for LINE when Tab is pressed, a word on each line; FOLDER has the functions."""

import os
import pathlib
import pty
import select
import sys
import tempfile
import time

folder, line = sys.argv[1:]
offered = tempfile.NamedTemporaryFile(mode="r")
# compadd writes down what is offered, and offers it.
begin = r"""
PROMPT=; RPROMPT=; fpath=(%s $fpath); autoload -Uz compinit; compinit -u -D
compadd() {
  if [[ ${@[1,(i)(-|--)]} != *-(O|A|D)\ * ]]; then
    typeset -a found; builtin compadd -A found "$@"; print -rl -- $found >> $OFFERED
  fi
  builtin compadd "$@"
}
complete-and-tell() { zle complete-word; print -r -- "no more" >> $OFFERED }
zle -N complete-and-tell; bindkey '^I' complete-and-tell
print rea''dy
""" % folder

pid, terminal = pty.fork()
if pid == 0:
    os.environ.update(TERM="dumb", OFFERED=offered.name)
    os.execvp("zsh", ["zsh", "-f", "-i"])


def wait_for(arrived, limit=20.0):
    seen = ""
    end = time.monotonic() + limit
    while not arrived(seen) and time.monotonic() < end:
        if select.select([terminal], [], [], 0.05)[0]:
            seen += os.read(terminal, 65536).decode(errors="replace")


def offers():
    return pathlib.Path(offered.name).read_text().splitlines()


os.write(terminal, begin.encode())
wait_for(lambda seen: "ready" in seen)
os.write(terminal, line.encode() + b"\t")
wait_for(lambda seen: "no more" in offers())
print("\n".join(dict.fromkeys(word for word in offers() if word != "no more")))
os.close(terminal)
