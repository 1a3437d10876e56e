# SPDX-License-Identifier: Apache-2.0
"""Brings the standby of this computer to what was asked for: looks, plans, and unless it only checks, executes the plans."""

from __future__ import absolute_import, division, print_function

__metaclass__ = type

import json
import os

from ansible_collections.bes.standby.plugins.module_utils import program as setup
from ansible_collections.bes.standby.plugins.module_utils import texts, wanted

# Facts may change between the look and the run, for example because another computer has taken the primary: then look again.
ROUNDS = 4


class StandbyRun(object):
    """`options` are those of the module, `folder` is its own for files. What was found and done is in the members that the module returns."""

    def __init__(self, program, options, folder, check_only):
        self.program = program
        self.folder = folder
        self.options = options
        self.check_only = check_only
        self.changed = False
        self.steps = []
        self.differences = []
        self.commands = []
        self.findings = []
        self.not_started = []
        self.stays = []
        self.outcome = 'nothing-to-do'
        self.exit_code = {'number': setup.SUCCESS, 'id': 'success'}
        self.run = None
        self.log = None

    # Looking ---------------------------------------------------------------------------------------------------------

    def _look(self, command, words=(), variables=None, may_end_with=(setup.SUCCESS,), **more):
        answer = self.program.call(command, words, variables, **more)
        if answer.number not in may_end_with:
            self._refuse(answer)
        return answer

    def _refuse(self, answer, message=None):
        self.exit_code = answer.exit_code
        self.outcome = answer.document.get('outcome') or ('blocked' if answer.blockers else 'failed')
        self.findings = texts.notable(answer.findings)
        raise setup.SetupError(message or texts.of_answer(answer), answer)

    def _note(self, answer):
        """What a plan says goes into the result."""
        self.steps += answer.steps
        if answer.document.get('command') != 'install':  # where these are facts that the plan depends on
            self.differences += [{'what': basis['id'], 'difference': basis['value']} for basis in answer.document.get('basis', [])]

    # Changing --------------------------------------------------------------------------------------------------------

    def _execute(self, command, words=(), variables=None, **more):
        answer = self.program.call(command, words, variables, **more)
        document = answer.document
        self.exit_code = answer.exit_code
        self.run = document.get('run') or self.run
        self.log = document.get('log') or self.log
        if answer.number == setup.PLAN_OUTDATED:
            return False
        # Whatever was rolled back is no change. What could not be rolled back is one.
        self.changed = self.changed or answer.number in (setup.SUCCESS, setup.NOT_STARTED) or answer.exit_code['id'] == 'undo-incomplete'
        if answer.number not in (setup.SUCCESS, setup.NOT_STARTED):
            self._refuse(answer)
        self.commands.append(command)
        self.outcome = document.get('outcome', '')
        self.findings = texts.notable(answer.findings)
        self.not_started += document.get('not_started', [])
        self.stays += document.get('stays', [])
        return True

    def _perform(self, command, words=(), variables=None, **more):
        """Executes what was planned; when it only checks, says that it would."""
        if self.check_only:
            self.changed = True
            self.commands.append(command)
            self.outcome = 'planned'
            return True
        return self._execute(command, words, variables, **more)

    # What an earlier run left ----------------------------------------------------------------------------------------

    def recover(self):
        """A run that was interrupted is rolled back first. False: nothing more can be said before that was done."""
        status = self._look('status', ['--local'],
                            may_end_with=(setup.SUCCESS, setup.NOT_INSTALLED, setup.REPLICATING, setup.FAULT))
        interrupted = status.document.get('unfinished_run')
        if not interrupted:
            return True
        self.steps.append({'command': 'recover', 'id': 'recover',
                           'title': 'Roll back the %s of %s, which was interrupted' % (interrupted['command'], interrupted['since'])})
        # The answers have the password that this may need.
        self._perform('recover')
        return not self.check_only

    # state: present --------------------------------------------------------------------------------------------------

    def bring(self):
        if not self.recover():
            return
        for round_number in range(ROUNDS):
            done = self._bring_once()
            if done:
                return
        raise setup.SetupError('The computer or the database changed each time between the plan and the run. Run the play again.')

    def _bring_once(self):
        """False: it has to look again, because the plan was outdated."""
        del self.steps[len([step for step in self.steps if step['command'] == 'recover']):]
        del self.differences[:]
        plan = self.program.call('plan')
        if plan.is_plan and plan.steps:
            self._note(plan)
            return self._perform('install', ['--plan', self._kept(plan)], takes_answers=False)
        if plan.is_plan:
            return self._repair() if self.options['compare'] else True
        ids = set(blocker['id'] for blocker in plan.blockers)
        if ids == set(['standby.files']):
            return self._repair()
        if ids and ids <= set(['standby.files', 'standby.installed']):
            return self._change(plan)
        return self._refuse(plan)

    def _kept(self, plan):
        """The plan as a file, so that what was shown is what is executed. It has no secrets."""
        path = os.path.join(self.folder, 'plan.json')
        with open(path, 'w') as file:
            json.dump(plan.document, file)
        return path

    def _repair(self):
        """What differs from the receipt, and from the answers where they name another database."""
        plan = self._look('repair', ['--dry-run'])
        if not plan.steps:
            return True
        self._note(plan)
        if not self.options['although_promoted']:
            self._refuse_if_promoted(plan)
        return self._perform('repair')

    def _refuse_if_promoted(self, plan):
        standby = plan.document['receipt']['standby']
        servers = self._look('database show').document.get('servers', [])
        server = wanted.find_server(servers, standby)
        if server and server.get('acts_as') == 'primary':
            raise setup.SetupError('%s differs from its receipt, but acts as primary now. A repair restarts what it repairs: fail over to '
                                   'the primary before, or set although_promoted.' % standby)

    def _change(self, plan):
        """Other components, other media, or both. Anything else that differs is no maintenance."""
        request = self._look('answers check').document['request']
        receipt = wanted.read_receipt(request['root'])
        if receipt is None:
            self._refuse(plan)
        different = wanted.others_that_differ(receipt, request)
        if different:
            self._refuse(plan, 'The standby %s is installed with other answers, which nothing changes once it is there: %s. '
                         'Give the answers of the installation, or remove the standby first [standby.installed]' % (
                             receipt['standby'], ', '.join(different)))
        media = self._look('media list', [request['media']]).document
        servers = self._look('database show').document['servers']
        primary = wanted.find_server(servers, receipt['primary']) or {'components': []}
        components = wanted.wanted_components(request, media['components'], primary)
        installed = set(receipt['components'])
        command = 'modify' if media['manifest_sha256'] == receipt['media_sha256'] else 'upgrade'
        variables = {'BES_STANDBY_COMPONENTS_ADD': ','.join(sorted(components - installed)),
                     'BES_STANDBY_COMPONENTS_OMIT': ','.join(sorted(installed - components))}
        words = ['--although-promoted'] if self.options['although_promoted'] else []
        if command == 'upgrade' and self.options['allow_downgrade']:
            words.append('--allow-downgrade')
        change = self._look(command, words + ['--dry-run'], variables)
        if not change.steps:
            self._refuse(plan)
        self._note(change)
        return self._perform(command, words, variables)

    # state: absent ---------------------------------------------------------------------------------------------------

    def take_away(self):
        if not self.recover():
            return
        words = ['--%s' % name.replace('_', '-') for name in ('remove_logs', 'keep_registration', 'although_promoted') if self.options[name]]
        plan = self._look('remove', words + ['--dry-run'], may_end_with=(setup.SUCCESS, setup.NOT_INSTALLED))
        if plan.number == setup.NOT_INSTALLED or not plan.steps:
            return
        self._note(plan)
        self._perform('remove', words)
