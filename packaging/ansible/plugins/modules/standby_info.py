#!/usr/bin/python
# SPDX-License-Identifier: Apache-2.0

from __future__ import absolute_import, division, print_function

__metaclass__ = type

DOCUMENTATION = r'''
module: standby_info
short_description: Look how the standby BlackBerry Enterprise Server of a computer is
version_added: 1.1.0
author:
  - the authors of bes-standby-setup (@bes-standby-setup)
description:
  - Returns what C(bes-standby-setup status) says. Changes nothing.
requirements:
  - bes-standby-setup 1.0.0 or newer
options:
  root:
    description: The folder of a mounted image of a computer.
    type: path
  program:
    description: Path of C(bes-standby-setup), where it is not in the search path.
    type: path
  local:
    description: Do not ask the Domino servers.
    type: bool
    default: false
attributes:
  check_mode:
    description: Nothing is changed in any case.
    support: full
  diff_mode:
    description: Nothing differs.
    support: none
  platform:
    description: Where it works.
    support: full
    platforms: posix
seealso:
  - module: bes.standby.standby
'''

EXAMPLES = r'''
- name: Look at the standby
  bes.standby.standby_info:
  register: standby
  become: true

- name: It can take over, or waits for Domino only
  ansible.builtin.assert:
    that: standby.exit_code.number in [0, 25]
'''

RETURN = r'''
installed:
  description: Whether a standby is installed.
  returned: success
  type: bool
exit_code:
  description: Exit code of the look, with its name. 0, the standby can take over. 25, Domino still replicates. 26, something has a
    fault or is unknown. 22, no standby is installed. 20, a run of setup is in progress.
  returned: success
  type: dict
  sample: {"number": 0, "id": "success"}
status:
  description: The document of C(status --json), as its schema C(status-1.schema.json) describes it.
  returned: success
  type: dict
'''

from ansible.module_utils.basic import AnsibleModule
from ansible_collections.bes.standby.plugins.module_utils import program as setup
from ansible_collections.bes.standby.plugins.module_utils import texts


def main():
    module = AnsibleModule(
        argument_spec=dict(root=dict(type='path'), program=dict(type='path'), local=dict(type='bool', default=False)),
        supports_check_mode=True)
    path = module.params['program'] or module.get_bin_path('bes-standby-setup')
    if not path:
        module.fail_json(msg='bes-standby-setup is not installed on this computer. Install its package, or name the program in the option program.')
    variables = {'BES_STANDBY_TARGET_ROOT': module.params['root']} if module.params['root'] else {}
    try:
        answer = setup.Program(module, path, variables).call('status', ['--local'] if module.params['local'] else [])
    except setup.SetupError as error:
        module.fail_json(msg=str(error))
    if answer.number not in setup.NAMES or 'installed' not in answer.document:
        module.fail_json(msg=texts.of_answer(answer), exit_code=answer.exit_code, failure=texts.failure_of(answer))
    module.exit_json(changed=False, installed=answer.document['installed'], status=answer.document,
                     exit_code=answer.exit_code)


if __name__ == '__main__':
    main()
