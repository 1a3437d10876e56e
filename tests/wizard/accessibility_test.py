#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""From outside, as a screen reader reads it: on every page of an installation, everything that can have the focus has a name."""

import desktop


def nameless(wizard):
    for node in wizard.nodes():
        if desktop.has(node, "FOCUSABLE") and not node.get_name().strip():
            parent = node.get_parent()
            yield f"{wizard.page()}: {node.get_role_name()} in {parent.get_role_name()} \"{parent.get_name()}\""


def main():
    with desktop.Desktop() as here:
        wizard = desktop.Wizard(here)
        seen = []
        while True:
            page = wizard.page()
            if page != "Result" and page != "Installation":
                wizard.wait_until_looked()
            found = list(nameless(wizard))
            focusable = sum(desktop.has(node, "FOCUSABLE") for node in wizard.nodes())
            print(f"{page}: {focusable} can have the focus, {len(found)} of them without a name")
            seen += found
            if page == "Result":
                break
            if page == "Review":
                wizard.press("alt+i", "Install")
                wizard.reach("Installation")
            elif page == "Installation":
                wizard.reach("Result")
            else:
                wizard.next()
        assert not seen, "\n".join(seen)


main()
