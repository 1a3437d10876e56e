# SPDX-License-Identifier: Apache-2.0
"""What an installed standby has otherwise than the answers say, and which command brings it there."""

from __future__ import absolute_import, division, print_function

__metaclass__ = type

import json
import os

RECEIPT = 'var/lib/bes-standby/receipt.json'


def read_receipt(root):
    """The receipt that everybody may read. None: there is none that this collection understands."""
    try:
        with open(os.path.join(root or '/', RECEIPT), 'rb') as file:
            receipt = json.loads(file.read().decode('utf-8'))
    except (IOError, OSError, ValueError):
        return None
    known = receipt.get('format') == 'bes-standby-setup.receipt' and receipt.get('format_version') == 1
    return receipt if known else None


def _same(one, other):
    return one.lower() == other.lower()


def others_that_differ(receipt, request):
    """Names of answers that no maintenance changes: such a standby has to be removed and installed anew."""
    installed = receipt['request']
    different = []
    if not _same(receipt['primary'], request['primary']):
        different.append('primary.name')
    if not _same(receipt['standby'], request['standby'] or request['primary'] + '-standby'):
        different.append('standby.name')
    for name, key in (('folders.install', 'install_folder'), ('folders.configuration', 'configuration_folder'),
                      ('folders.logs', 'log_folder')):
        if os.path.normpath(installed[key]) != os.path.normpath(request[key]):
            different.append(name)
    if installed['service_account'] != request['service_account']:
        different.append('service.account')
    return different


def wanted_components(request, catalog, primary):
    """As setup chooses them: the preset, and what is added, without what is omitted."""
    chosen = set()
    if request['preset'] == 'same-as-primary':
        chosen = set(component['id'] for component in catalog if component['id'] in primary['components'])
    elif request['preset'] == 'failover-capable':
        chosen = set(component['id'] for component in catalog if component['failover_capable'])
    return (chosen | set(request['add'])) - set(request['omit'])


def find_server(servers, name):
    for server in servers:
        if _same(server['name'], name):
            return server
    return None
