# SPDX-License-Identifier: Apache-2.0
"""bes-standby-setup as a program that writes JSON documents: starts it, waits while another run is in progress."""

from __future__ import absolute_import, division, print_function

__metaclass__ = type

import json
import time

# Exit codes that this collection acts on (bes-standby-setup help exit-codes).
SUCCESS = 0
PLAN_OUTDATED = 17
BUSY = 20
NOT_INSTALLED = 22
REPLICATING = 25
FAULT = 26
NOT_STARTED = 28
# The status has no names of them in its document.
NAMES = {SUCCESS: 'success', BUSY: 'busy', NOT_INSTALLED: 'not-installed', REPLICATING: 'replicating', FAULT: 'fault'}


class SetupError(Exception):
    """The program did not do what it was asked for. `document` has its reason, where it gave one."""

    def __init__(self, message, answer=None):
        super(SetupError, self).__init__(message)
        self.answer = answer


class Answer(object):
    """What one call said: the exit code, and its document, or the last line of a run."""

    def __init__(self, command, number, document):
        self.command = command
        self.number = number
        self.document = document

    @property
    def exit_code(self):
        named = self.document.get('exit_code')
        return {'number': self.number, 'id': named['id'] if isinstance(named, dict) else NAMES.get(self.number, '')}

    @property
    def is_plan(self):
        return self.document.get('format') == 'bes-standby-setup.plan'

    @property
    def steps(self):
        return [{'command': self.document.get('command', self.command), 'id': step['id'], 'title': step['title']}
                for step in self.document.get('steps', [])]

    @property
    def findings(self):
        return self.document.get('findings', [])

    @property
    def blockers(self):
        return [finding for finding in self.findings if finding.get('severity') == 'blocker']


def last_document(text):
    """One document, or the last of JSON Lines."""
    text = text.strip()
    if not text:
        raise ValueError('no output')
    try:
        return json.loads(text)
    except ValueError:
        return json.loads(text.splitlines()[-1])


class Program(object):
    """Calls setup with the answers in its environment."""

    def __init__(self, module, path, variables, answer_file=None, busy_timeout=0, busy_interval=5):
        self.module = module
        self.path = path
        self.variables = variables
        self.answer_file = answer_file
        self.busy_timeout = busy_timeout
        self.busy_interval = busy_interval

    def _call(self, command, words, variables):
        environment = dict(self.variables, **(variables or {}))
        number, output, errors = self.module.run_command(
            [self.path] + command.split() + ['--json'] + words, environ_update=environment, expand_user_and_vars=False)
        try:
            document = last_document(output)
        except ValueError:
            raise SetupError('%s %s ended with %s and wrote no JSON. Its last words: %s' % (
                self.path, command, number, (errors or output).strip()[-500:] or 'none'))
        return Answer(command.split()[0], number, document)

    def call(self, command, words=(), variables=None, takes_answers=True):
        """Waits while another run of setup is in progress on the computer, up to the limit; then the answer says busy."""
        words = list(words)
        if takes_answers and self.answer_file:
            words += ['--answer-file', self.answer_file]
        give_up = time.time() + self.busy_timeout
        while True:
            answer = self._call(command, words, variables)
            if answer.number != BUSY or time.time() >= give_up:
                return answer
            time.sleep(self.busy_interval)
