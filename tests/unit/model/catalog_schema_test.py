# SPDX-License-Identifier: Apache-2.0
"""The shipped catalogue obeys its JSON schema, and the schema refuses catalogues with typical mistakes."""

import copy
import json
import pathlib
import sys

import jsonschema

folder = pathlib.Path(sys.argv[1])
schema = json.loads((folder / "json-schemas/catalog-1.schema.json").read_text(encoding="utf-8"))
catalog = json.loads((folder / "catalog/bes-5.0-domino.json").read_text(encoding="utf-8"))
windows = json.loads((folder / "catalog/bes-5.0-domino-windows.json").read_text(encoding="utf-8"))

jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
validator.validate(catalog)
validator.validate(windows)


def broken(change):
    """A copy of the catalogue with one mistake in its first component (the Router)."""
    other = copy.deepcopy(catalog)
    component = other["components"][0]
    change(other, component, component["services"][0])
    return other


mistakes = {
    "another version of the format": lambda whole, component, service: whole.update(format_version=2),
    "a misspelt property": lambda whole, component, service: component.update(failover_capabel=True),
    "a start policy that does not exist": lambda whole, component, service: service.update(start_policy="start"),
    "a unit outside our names": lambda whole, component, service: service.update(unit="../ssh.service"),
    "a program outside the component's folder": lambda whole, component, service: service.update(program="../bin/sh"),
    "a port that does not exist": lambda whole, component, service: service["ports"][0].update(number=65536),
    "neither service nor Domino task": lambda whole, component, service: component.update(services=[]),
    "a statement without its source": lambda whole, component, service: service["sources"].pop("start_policy"),
    "a source of no known kind": lambda whole, component, service: service["sources"].update(name="heard: once"),
    "a file to edit outside the component's folder":
        lambda whole, component, service: component.update(editable_files=["etc/../../passwd"]),
    "an absolute file to edit": lambda whole, component, service: component.update(editable_files=["/etc/passwd"]),
    "a missing property": lambda whole, component, service: component.pop("dependencies"),
}

validator.validate(broken(lambda whole, component, service: component.update(editable_files=["etc/router.properties"])))

accepted = [name for name, change in mistakes.items() if validator.is_valid(broken(change))]
if accepted:
    sys.exit("the schema accepts: " + "; ".join(accepted))
