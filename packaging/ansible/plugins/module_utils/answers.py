# SPDX-License-Identifier: Apache-2.0
"""The answers of setup as its environment: every command takes them so, they are in no list of processes, and setup finds mistakes."""

from __future__ import absolute_import, division, print_function

__metaclass__ = type

import re

NAME = re.compile(r'^[a-z]+\.[a-z]+(-[a-z]+)*$')
REFERENCE = re.compile(r'^(file|env|sealed|dpapi):')
SECRET_ANSWERS = ('database.password', 'domino.http-password')


class AnswerError(Exception):
    """An answer that can't be handed over. Its text never has the value."""


def variable_of(name):
    return 'BES_STANDBY_' + name.upper().replace('.', '_').replace('-', '_')


def _text(name, value):
    if isinstance(value, bool):
        return 'yes' if value else 'no'
    if isinstance(value, (dict, list)):
        raise AnswerError('The answer %s has a value of a form that setup does not know.' % name)
    return '%s' % (value,)


def _quoted(text):
    """An item of a list: in quotes where it has a comma, a quote or a space at an end, as in an answer file."""
    if ',' in text or '"' in text or text != text.strip():
        return '"%s"' % text.replace('"', '""')
    return text


def environment_of(answers):
    """The answers, by their names in the answer file, as variables of the environment."""
    variables = {}
    for name in sorted(answers):
        value = answers[name]
        if not NAME.match(name):
            raise AnswerError("'%s' is not the name of an answer. Names are those of the answer file, such as primary.name." % name)
        if value is None:
            continue
        if isinstance(value, list):
            value = ','.join(_quoted(_text(name, item)) for item in value)
        else:
            value = _text(name, value)
        if name in SECRET_ANSWERS and value and not REFERENCE.match(value):
            raise AnswerError('The answer %s has to name where the password is: file:PATH, env:NAME or sealed:TEXT. '
                              'Give the password itself in the option %s.' % (name, name.replace('.', '_').replace('-', '_')))
        variables[variable_of(name)] = value
    return variables


def secrets_of(database_password, domino_http_password, passphrase):
    """Secrets as variables: the answer refers to another variable, because setup takes no password as an answer."""
    variables = {}
    for name, secret in (('database.password', database_password), ('domino.http-password', domino_http_password)):
        if secret:
            holder = 'BES_FLEET_' + variable_of(name)[len('BES_STANDBY_'):]
            variables[variable_of(name)] = 'env:' + holder
            variables[holder] = secret
    if passphrase:
        variables['BES_STANDBY_PASSPHRASE'] = passphrase
    return variables
