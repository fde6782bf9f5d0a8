"""A small pack in which a check finds nothing: with statements, topics, cases and contacts."""

from collections.abc import Mapping
from pathlib import Path

from tests.files.small_pack import SMALL_PACK

CONTACTS = "contacts.yaml"
"""Lies in the folder of the pack too."""

_CONCERN = "      - {id: none, label: None}\n"
_NOTE = "    text: Note it.\n"

CHECKED_PACK: Mapping[str, str] = {
    **SMALL_PACK,
    "questions.yaml": SMALL_PACK["questions.yaml"]
    .replace("alone: [none]", "alone: [none, not-sure]", 1)
    .replace(_CONCERN, _CONCERN + "      - {id: not-sure, label: Not sure}\n", 1),
    "actions.yaml": SMALL_PACK["actions.yaml"].replace(_NOTE, _NOTE + "    duty: record\n", 1),
    "statements.yaml": """\
statements:
  - {id: p2.ring, kind: duty, says: Ring.}
  - {id: p3.note, kind: duty, says: Note it.}
  - {id: p4.less, kind: duty, says: Share less.}
  - {id: p6.informed, kind: test, says: They know.}
  - {id: p7.child, kind: fact, says: A child may say so.}
  - {id: p8.parent, kind: fact, says: A parent may say so.}
  - {id: p9.harm, kind: test, says: There is harm.}
""",
    "topics/01-all.yaml": """\
id: all
title: All of it
lines:
  - text: Ring, and note it.
    source: [p2.ring, p3.note]
  - text: Share less.
    source: [p4.less]
  - text: A child or a parent may say so.
    source: [p7.child, p8.parent]
""",
    "properties.yaml": """\
properties:
  - id: danger-first
    says: Danger comes first.
    source: [p2]
    when:
      - danger: yes
    always:
      - outcome: emergency
""",
    "cases/cases.yaml": """\
- id: danger
  answers: {danger: yes}
  outcome: emergency
""",
    CONTACTS: """\
areas:
  - id: bedford
    name: Bedford Borough
  - id: luton
    name: Luton
contacts:
  - id: bedford-desk
    role: front-door
    name: Bedford desk
    areas: [bedford]
    use: A worry about a child.
    phone: 01234 496 001
    source: [p2.ring]
    provenance:
      as_printed: Bedford desk 01234 496 001
      how: Invented for a test.
      checks:
        - {of: phone, result: agrees, says: It is the same., on: 2026-01-31}
  - id: luton-mash
    role: front-door
    name: Luton desk
    areas: [luton]
    use: A worry about a child.
    phone: 01582 496 002
    source: [p2.ring]
    provenance:
      as_printed: Luton desk 01582 496 002
      how: Invented for a test.
      checks:
        - {of: phone, result: agrees, says: It is the same., on: 2026-01-31}
  - id: police-999
    role: police-emergency
    name: Police
    use: Danger now.
    phone: "999"
    source: [p2.ring]
    provenance:
      as_printed: Police 999
      how: Invented for a test.
      checks:
        - {of: phone, result: agrees, says: It is the same., on: 2026-01-31}
""",
}


def write_checked_pack(folder: Path, changed: Mapping[str, str] | None = None) -> Path:
    """Put the pack, with some files changed, into a folder."""
    for name, text in {**CHECKED_PACK, **(changed or {})}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return folder
