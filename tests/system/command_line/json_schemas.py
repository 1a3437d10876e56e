# SPDX-License-Identifier: Apache-2.0
"""json_schemas.py FOLDER-OF-SCHEMAS FOLDER-OF-GENERATED-SCHEMAS FOLDER

The files of the last folder are what programs wrote: each a JSON document or JSON Lines, called NUMBER COMMAND where setup wrote
it with --json. Each document, and each line, names its schema and is valid by it. An object of it that has a member more is not.
No schema is left that nothing names, and no command that wrote nothing.
"""

import copy
import json
import pathlib
import sys

import jsonschema

from schemas import Validator, read_schemas, validators

def documents(file):
    text = file.read_text(encoding="utf-8")
    try:
        return [json.loads(text)]
    except json.JSONDecodeError:
        return [json.loads(line) for line in text.splitlines()]


def values(thing, path=()):
    """Every value with its way from the top."""
    yield path, thing
    parts = thing.items() if isinstance(thing, dict) else enumerate(thing) if isinstance(thing, list) else ()
    for key, part in parts:
        yield from values(part, (*path, key))


def at(thing, path):
    for key in path:
        thing = thing[key]
    return thing


def kind(document, path):
    """Objects of one kind have one place, whatever their number in a list."""
    thing = at(document, path)
    return (*(key for key in path if isinstance(key, str)), thing.get("type"), thing.get("event"), thing.get("question"))


class Looked:
    """What was looked at so far."""

    def __init__(self, schemas):
        self.validators = validators(schemas)
        self.named = set()
        self.kinds = set()
        self.problems = []

    def look(self, name, document):
        schema = document.get("$schema")
        if schema not in self.validators:
            self.problems.append(f"{name}: no schema is called {schema}: {json.dumps(document)[:200]}")
            return
        for _, thing in values(document):
            if isinstance(thing, dict):
                self.named.update(word for key, word in thing.items() if key in ("$schema", "schema") and isinstance(word, str))
        error = jsonschema.exceptions.best_match(self.validators[schema].iter_errors(document))
        if error:
            where = "/".join(str(key) for key in error.absolute_path)
            self.problems.append(f"{name}: {schema}: {where}: {error.message[:600]}")
        else:
            self.change(name, schema, document)

    def change(self, name, schema, document):
        """An object of a kind that was not seen yet is given a member more."""
        for path, thing in list(values(document)):
            if not isinstance(thing, dict) or (this := (schema, kind(document, path))) in self.kinds:
                continue
            self.kinds.add(this)
            changed = copy.deepcopy(document)
            at(changed, path)["unexpected"] = 1
            if self.validators[schema].is_valid(changed):
                self.problems.append(f"{name}: {schema} takes any member in {'/'.join(map(str, path)) or 'the document'}")


def references(schema):
    for path, thing in values(schema):
        if path and path[-1] == "$ref":
            yield thing.split("#")[0]


def problems_of(schemas):
    for name, schema in schemas.items():
        try:
            Validator.check_schema(schema)
        except jsonschema.SchemaError as error:
            yield f"{name} is no schema: {error.message}"
        for file in references(schema):
            if file and file not in schemas:
                yield f"{name} refers to {file}, which is not there"
        yield from (f"{name}: {'/'.join(map(str, path))} has no description" for path in undescribed(schema))


def undescribed(schema):
    """Members without a description, by themselves or by what they refer to. What says what else holds needs none, nor a constant,
    nor the value of a fact: the fact has it."""
    for path, thing in values(schema):
        if len(path) < 2 or path[-2] != "properties" or set(path) & {"if", "then", "else"} or not isinstance(thing, dict):
            continue
        if not {"description", "$ref", "const"} & set(thing) and not (path[-1] == "value" and "$ref" in at(schema, path[:-2])):
            yield path


def used(schemas, named):
    """What is named, and what that refers to."""
    todo, all_of_it = list(named), set()
    while todo:
        if (name := todo.pop()) in schemas and name not in all_of_it:
            all_of_it.add(name)
            todo.extend(references(schemas[name]))
    return all_of_it


def main(own, generated, folder):
    schemas = read_schemas(own, generated)
    problems = list(problems_of(schemas))
    looked = Looked(schemas)
    commands, spoken = set(), set()
    for file in sorted(pathlib.Path(folder).iterdir()):
        number, _, command = file.name.partition(" ")
        try:
            found = documents(file)
        except json.JSONDecodeError as error:
            problems.append(f"{file.name} is no JSON: {error}")
            continue
        if not found:
            problems.append(f"{file.name} is empty")
        for document in found:
            looked.look(file.name, document)
            # a refusal alone shows nothing of the command
            if number.isdigit() and document.get("$schema") != "failure-1.schema.json":
                spoken.add(command)
            if document.get("format") == "bes-standby-setup.commands":
                commands.update(each["name"] for each in document["commands"])
    commands.discard("practice")  # a script: what it runs writes the documents
    problems += looked.problems
    problems += [f"{name} is named by nothing" for name in sorted(set(schemas) - used(schemas, looked.named))]
    problems += [f"the command {name} has shown no document" for name in sorted(commands - spoken)]
    if len(commands) < 10 or len(looked.kinds) < 50:
        problems.append("this test no longer finds commands or objects")
    print(*problems, f"{len(schemas)} schemas, {len(looked.kinds)} kinds of objects, {len(problems)} problems", sep="\n")
    return 1 if problems else 0


sys.exit(main(*sys.argv[1:]))
