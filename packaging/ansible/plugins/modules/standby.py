#!/usr/bin/python
# SPDX-License-Identifier: Apache-2.0

from __future__ import absolute_import, division, print_function

__metaclass__ = type

DOCUMENTATION = r'''
module: standby
short_description: Install, change or remove a standby BlackBerry Enterprise Server
version_added: 1.1.0
author:
  - the authors of bes-standby-setup (@bes-standby-setup)
description:
  - Brings the standby of a computer to what the answers say, with C(bes-standby-setup), which has to be installed there.
  - Where no standby is installed, one is installed. Newer media upgrades it, other components modify it, and files, services or a
    registration that differ are repaired. What is as it should be is not touched.
  - Setup never starts the deferred services, and neither does this module.
  - A run either completes or is rolled back. A run that was interrupted is rolled back first.
requirements:
  - bes-standby-setup 1.0.0 or newer
  - administrator rights (C(become))
options:
  state:
    description:
      - C(present) installs the standby, or brings it to the answers.
      - C(absent) removes it. No media is needed for that.
    type: str
    choices: [present, absent]
    default: present
  answers:
    description:
      - The answers by their names in the answer file, such as C(primary.name). C(bes-standby-answers) lists them.
      - They count before those of C(answer_file).
      - A list is a list here, and a yes or no is a boolean.
      - Passwords do not belong here. The answers C(database.password) and C(domino.http-password) only take C(file:PATH), C(env:NAME)
        or C(sealed:TEXT).
    type: dict
    default: {}
  answer_file:
    description: An answer file on the computer itself. Nobody but its owner may write to it.
    type: path
  database_password:
    description: Password of the database account. It is handed over in memory only.
    type: str
  domino_http_password:
    description: Password for reading the Domino Directory by HTTP. It is handed over in memory only.
    type: str
  passphrase:
    description: Opens sealed secrets in the answers. It is handed over in memory only.
    type: str
  trust_certificates:
    description:
      - Certificates of publishers, as text, that are trusted for this task in place of the answer C(media.trust).
      - Without it, the certificates in C(/etc/bes-standby-setup/trust.d) on the computer are trusted, or those that the answer names.
      - Meant for check mode, before the certificates are on the computer. A later repair by hand needs them there.
    type: list
    elements: str
  root:
    description: The folder of a mounted image of a computer. Nothing is started there. The same as the answer C(target.root).
    type: path
  program:
    description: Path of C(bes-standby-setup), where it is not in the search path.
    type: path
  compare:
    description:
      - Compare the contents of every installed file, the services and the registration, and repair what differs.
      - Otherwise only what is missing, or has another type, size or mode, is noticed.
    type: bool
    default: true
  allow_downgrade:
    description: Allow media that is older than what is installed.
    type: bool
    default: false
  although_promoted:
    description: Change, repair or remove the standby although it acts as primary. This can interrupt the service.
    type: bool
    default: false
  remove_logs:
    description: With C(state=absent), remove the logs of the services too.
    type: bool
    default: false
  keep_registration:
    description: With C(state=absent), leave the registration in a database that can't be reached. The primary has to be released later.
    type: bool
    default: false
  busy_timeout:
    description: How many seconds to wait while another run of setup is in progress on the computer.
    type: int
    default: 300
  busy_interval:
    description: How many seconds to wait between two tries.
    type: int
    default: 5
attributes:
  check_mode:
    description: The plan is made and returned, and nothing is changed.
    support: full
  diff_mode:
    description: Shows what differs, and the steps that put it right.
    support: full
  platform:
    description: Where it works.
    support: full
    platforms: posix
seealso:
  - module: bes.standby.standby_info
notes:
  - With C(pipelining) in the configuration of Ansible, secrets are in no file on the computer, not even while the task runs.
'''

EXAMPLES = r'''
- name: Install the standby of BES-NORTH
  bes.standby.standby:
    answers:
      primary.name: BES-NORTH
      database.backend: postgresql
      database.server: db.example.com
      database.name: BESMgmt
      database.user: besadmin
      media.folder: /mnt/bes-media
      license.accept: true
    database_password: "{{ vault_bes_database_password }}"
  become: true

- name: The same from an answer file, with one component more
  bes.standby.standby:
    answer_file: /root/standby.ini
    answers:
      components.add: [collaboration]
  become: true

- name: Remove the standby
  bes.standby.standby:
    state: absent
    database_password: "{{ vault_bes_database_password }}"
  become: true
'''

RETURN = r'''
plan:
  description: The steps that were executed, or that would be in check mode. Empty, there was nothing to do.
  returned: always
  type: list
  elements: dict
  contains:
    command:
      description: The command of setup, such as C(install) or C(repair).
      type: str
    id:
      description: Name of the kind of step.
      type: str
      sample: pair.reserve
    title:
      description: What the step does, for people.
      type: str
      sample: Reserve primary BES-NORTH for this computer
differences:
  description: What differed from the receipt, where a standby was changed, repaired or removed.
  returned: always
  type: list
  elements: dict
  contains:
    what:
      description: A file, a service or whatever else.
      type: str
    difference:
      description: What differs, for people.
      type: str
commands:
  description: The commands of setup that changed something, or would in check mode.
  returned: always
  type: list
  elements: str
  sample: [install]
outcome:
  description: How the last run ended, in setup's words. C(planned) in check mode, C(nothing-to-do) where all was as asked for.
  returned: always
  type: str
  sample: installed
exit_code:
  description: Exit code of the last run or look, with its name.
  returned: always
  type: dict
  sample: {"number": 0, "id": "success"}
findings:
  description: Blockers and warnings of the checks.
  returned: always
  type: list
  elements: dict
failure:
  description: Why it failed.
  returned: failure
  type: dict
  contains:
    id:
      description: Name of the finding or failure.
      type: str
      sample: primary.no-standby
    what:
      description: What could not be done.
      type: str
    reason:
      description: Why.
      type: str
    remedy:
      description: What to do.
      type: str
run:
  description: Id of the last run. Null, nothing was begun.
  returned: always
  type: str
log:
  description: Path of the log of the last run, on the computer. Null, there is none.
  returned: always
  type: str
not_started:
  description: Services that did not start although they should have. Each is a warning of the play too.
  returned: always
  type: list
  elements: dict
stays:
  description: What a removal leaves on the computer.
  returned: always
  type: list
  elements: str
'''

import os
import shutil
import tempfile

from ansible.module_utils.basic import AnsibleModule
from ansible_collections.bes.standby.plugins.module_utils import answers as answer_names
from ansible_collections.bes.standby.plugins.module_utils import texts
from ansible_collections.bes.standby.plugins.module_utils.program import Program, SetupError
from ansible_collections.bes.standby.plugins.module_utils.standby_run import StandbyRun


def argument_spec():
    return dict(
        state=dict(type='str', choices=['present', 'absent'], default='present'),
        answers=dict(type='dict', default={}),
        answer_file=dict(type='path'),
        database_password=dict(type='str', no_log=True),
        domino_http_password=dict(type='str', no_log=True),
        passphrase=dict(type='str', no_log=True),
        trust_certificates=dict(type='list', elements='str'),
        root=dict(type='path'),
        program=dict(type='path'),
        compare=dict(type='bool', default=True),
        allow_downgrade=dict(type='bool', default=False),
        although_promoted=dict(type='bool', default=False),
        remove_logs=dict(type='bool', default=False),
        keep_registration=dict(type='bool', default=False),
        busy_timeout=dict(type='int', default=300),
        busy_interval=dict(type='int', default=5),
    )


def keep_secret(module):
    """A password among the answers is refused, and until then not shown either."""
    for name in answer_names.SECRET_ANSWERS:
        value = module.params['answers'].get(name)
        if value and not answer_names.REFERENCE.match(str(value)):
            module.no_log_values.add(str(value))


def make_folder():
    """For files of this task. Setup, as root, uses no file in a folder that another account could change: that of the task may be one."""
    place = '/run' if os.access('/run', os.W_OK) else None
    return tempfile.mkdtemp(prefix='bes-standby-', dir=place)


def trusted_for_this_task(module, folder):
    paths = []
    for number, text in enumerate(module.params['trust_certificates'] or []):
        path = os.path.join(folder, 'publisher-%d.pem' % number)
        with open(path, 'w') as file:
            file.write(text)
        paths.append(path)
    return paths


def variables_of(module, folder):
    options = module.params
    answers = dict(options['answers'])
    if options['root']:
        answers['target.root'] = options['root']
    certificates = trusted_for_this_task(module, folder)
    if certificates:
        answers['media.trust'] = certificates
    variables = answer_names.environment_of(answers)
    variables.update(answer_names.secrets_of(options['database_password'], options['domino_http_password'], options['passphrase']))
    return variables


def result_of(run):
    return dict(changed=run.changed, plan=run.steps, differences=run.differences, commands=run.commands, outcome=run.outcome,
                exit_code=run.exit_code, findings=run.findings, run=run.run, log=run.log, not_started=run.not_started,
                stays=run.stays, diff=texts.diff_of(run.steps, run.differences))


def carry_out(module, path, folder):
    try:
        variables = variables_of(module, folder)
    except answer_names.AnswerError as error:
        module.fail_json(msg=str(error))
    options = module.params
    program = Program(module, path, variables, options['answer_file'], options['busy_timeout'], options['busy_interval'])
    run = StandbyRun(program, options, folder, module.check_mode)
    try:
        if options['state'] == 'present':
            run.bring()
        else:
            run.take_away()
    except SetupError as error:
        failure = texts.failure_of(error.answer) if error.answer else None
        module.fail_json(msg=str(error), failure=failure, **result_of(run))
    for failure in run.not_started:
        module.warn(texts.of_failure(failure))
    module.exit_json(**result_of(run))


def main():
    module = AnsibleModule(argument_spec=argument_spec(), supports_check_mode=True)
    keep_secret(module)
    path = module.params['program'] or module.get_bin_path('bes-standby-setup')
    if not path:
        module.fail_json(msg='bes-standby-setup is not installed on this computer. Install its package, or name the program in the option program.')
    folder = make_folder()
    try:
        carry_out(module, path, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == '__main__':
    main()
