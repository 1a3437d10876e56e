# SPDX-License-Identifier: Apache-2.0
"""What setup found, in sentences for the person who reads the output of a play."""

from __future__ import absolute_import, division, print_function

__metaclass__ = type


def _stop(text):
    text = text.strip()
    return text if not text or text[-1] in '.?!' else text + '.'


def _way_out(thing):
    """What to do: with the names of answers, as a play has them, not with options of a command line."""
    parts = [_stop(thing.get('advice', ''))]
    keys = [answer['key'] for answer in thing.get('answers', []) if answer.get('key')]
    if keys:
        parts.append('Answers: %s.' % ', '.join(keys))
    if thing.get('command'):
        parts.append('Command: %s' % thing['command'])
    return ' '.join(part for part in parts if part)


def _sentence(what, identifier, why, thing):
    """What is so [id]: why. What to do."""
    told = '%s [%s]' % (what.strip(), identifier)
    told += ': ' + _stop(why) if why.strip() else '.'
    return ' '.join(part for part in (told, _way_out(thing)) if part)


def of_finding(finding):
    return _sentence(finding.get('title', ''), finding.get('id', ''), finding.get('evidence', ''), finding)


def of_failure(failure):
    return _sentence(failure.get('what', ''), failure.get('id', ''), failure.get('why', ''), failure)


def _other_run(under_way):
    return {'id': 'setup.other-run', 'what': 'Another run of setup is in progress',
            'why': 'Process %s (%s), since %s' % (under_way['process'], under_way['program'], under_way['since']),
            'advice': 'Wait until that run has ended, then run the play again'}


def of_answer(answer):
    """Why a call did not do what it was asked for."""
    code = answer.exit_code
    end = ' (exit code %s%s)' % (code['number'], ', ' + code['id'] if code['id'] else '')
    if 'failure' in answer.document:
        return of_failure(answer.document['failure']) + end
    if answer.document.get('under_way'):
        return of_failure(_other_run(answer.document['under_way'])) + end
    if answer.blockers:
        return '\n'.join(of_finding(finding) for finding in answer.blockers) + end
    return '%s did not succeed%s' % (answer.command, end)


def failure_of(answer):
    """The reason as data: that of a run, or the first blocker of a check."""
    failure = answer.document.get('failure')
    if not failure and answer.document.get('under_way'):
        failure = _other_run(answer.document['under_way'])
    if failure:
        return {'id': failure.get('id', ''), 'what': failure.get('what', ''), 'reason': failure.get('why', ''),
                'remedy': _way_out(failure)}
    for finding in answer.blockers:
        return {'id': finding.get('id', ''), 'what': finding.get('title', ''), 'reason': finding.get('evidence', ''),
                'remedy': _way_out(finding)}
    return None


def notable(findings):
    """Findings that a person may want to read: neither passed nor mere information."""
    return [{'id': finding.get('id', ''), 'severity': finding.get('severity', ''), 'title': finding.get('title', ''),
             'evidence': finding.get('evidence', ''), 'remedy': _way_out(finding)}
            for finding in findings if finding.get('severity') in ('blocker', 'warning')]


def diff_of(steps, differences):
    """For --diff: what differs, and the steps that put it right."""
    before = ''.join('%s: %s\n' % (difference['what'], difference['difference']) for difference in differences)
    after = ''.join('%s: %s\n' % (step['command'], step['title']) for step in steps)
    return {'before_header': 'what differs', 'after_header': 'steps', 'before': before, 'after': after}
