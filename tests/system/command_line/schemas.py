# SPDX-License-Identifier: Apache-2.0
"""The JSON schemas of a folder, which find each other by the names of their files, as they do in the folder."""

import json
import pathlib

import jsonschema

Validator = jsonschema.Draft202012Validator


def read_schemas(*folders):
    files = [file for folder in folders for file in sorted(pathlib.Path(folder).glob("*.schema.json"))]
    return {file.name: json.loads(file.read_text(encoding="utf-8")) for file in files}


def validators(schemas, part=""):
    """One for each schema, or for a part of it. How they find each other depends on the version of the library."""
    try:
        from referencing import Registry, Resource
        registry = Registry().with_resources((name, Resource.from_contents(schema)) for name, schema in schemas.items())
        return {name: Validator({"$ref": name + part}, registry=registry) for name in schemas}
    except ImportError:
        return {name: Validator({"$ref": name + part}, resolver=jsonschema.RefResolver("", {}, store=schemas)) for name in schemas}
