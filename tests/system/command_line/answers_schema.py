# SPDX-License-Identifier: Apache-2.0
"""answers_schema.py SETUP FOLDER-OF-THE-SCHEMA ANSWER-FILE

What `answers check` accepts, the schema accepts, one key after the other. Setup knows more than a schema, so it may refuse what
the schema accepts.
"""

import configparser
import json
import os
import subprocess
import sys

from schemas import Validator, read_schemas, validators

NAME = "answer-file-1.schema.json"
VALUES = ("x", "yes", "off", "1", "0", "86401", "-1", "1.5", "/", "/a", "a/b", "a b", "root", "_" * 32, "file:/a", "sealed:", "dpapi:", "dpapi:x", "a\x01b",
          "keep", "none")
SERVER = {"database.backend": "postgresql", "database.server": "db", "database.name": "BESMgmt", "database.user": "besadmin"}


def typed(schema, key, text):
    """The text of an answer file as the schema has it."""
    form = schema["properties"].get(key, {})
    if form.get("type") == "array":
        return [part.strip() for part in text.split(",")]
    if form.get("type") == "integer":
        try:
            return int(text)
        except ValueError:
            return text
    return text


def check(setup, keys, answers):
    """Whether setup takes these answers, which are given to it as variables."""
    variables = {keys[key]["variable"]: text for key, text in answers.items()}
    clean = {name: value for name, value in os.environ.items() if not name.startswith("BES_STANDBY_")}
    return subprocess.run([setup, "answers", "check"], env={**clean, **variables}, capture_output=True, check=False).returncode == 0


def differences(setup, schema, keys, good):
    validator = Validator(schema)
    server = {**{key: text for key, text in good.items() if not key.startswith("database.")}, **SERVER}
    accepted = refused = 0
    for key, answer in keys.items():
        base = server if key.startswith("database.") and key != "database.location" else good
        for text in (*VALUES, answer["example"], *answer["choices"]):
            if "," in text and not answer["repeatable"]:
                continue
            takes, fits = check(setup, keys, {**base, key: text}), validator.is_valid({key: typed(schema, key, text)})
            accepted, refused = accepted + takes, refused + (not fits)
            if takes and not fits:
                yield f"{key} = {text!r}: setup takes it, the schema does not"
    if accepted < 100 or refused < 50:
        yield f"this test tries too little: {accepted} accepted, {refused} refused"


def wholes(schema, good):
    """Answers together."""
    complete = validators({NAME: schema}, "#/$defs/complete")[NAME]
    whole = {key: typed(schema, key, text) for key, text in good.items()}
    without = {key: value for key, value in whole.items() if key != "primary.name"}
    server = {**{key: value for key, value in whole.items() if key != "database.location"}, **SERVER}
    for what, answers, wanted in (("complete answers", whole, True), ("answers with a server", server, True),
                                  ("answers without a primary", without, False), ("an unknown key", {**whole, "primary.nmae": "A"}, False),
                                  ("no file of the database", {k: v for k, v in whole.items() if k != "database.location"}, False),
                                  ("no account on the server", {k: v for k, v in server.items() if k != "database.user"}, False),
                                  ("an empty list", {**whole, "components.add": []}, False)):
        if complete.is_valid(answers) != wanted:
            yield f"{what}: {'refused' if wanted else 'accepted'}"
    if not Validator(schema).is_valid(without):
        yield "an answer file need not have all answers"


def main(setup, folder, answer_file):
    schema = read_schemas(folder)[NAME]
    Validator.check_schema(schema)
    keys = json.loads(subprocess.run([setup, "answers", "new", "--json"], capture_output=True, check=True).stdout)["answers"]
    keys = {answer["name"]: answer for answer in keys}
    ini = configparser.ConfigParser(interpolation=None)
    ini.read(answer_file, encoding="utf-8")
    good = {f"{section}.{key}": text for section in ini.sections() for key, text in ini[section].items()}
    found = [] if list(keys) == list(schema["properties"]) else ["the schema does not have the keys of the program"]
    found += [*differences(setup, schema, keys, good), *wholes(schema, good)]
    print(*found, f"{len(found)} differences", sep="\n")
    return 1 if found else 0


sys.exit(main(*sys.argv[1:]))
