"""A small pack without faults, file by file, to be broken in one place at a time."""

from collections.abc import Mapping
from pathlib import Path

SMALL_PACK: Mapping[str, str] = {
    "pack.yaml": """\
pack:
  id: small
  version: "1"
  title: A small pack
  guide: Nobody's guide
""",
    "questions.yaml": """\
questions:
  - id: danger
    kind: one
    ask: Is anyone in danger?
    help: Now.
    why: That comes first.
    source: [p2]
    examples:
      - {sector: School, text: A fight.}
    options:
      - {id: yes, label: "Yes"}
      - {id: no, label: "No"}
  - id: concern
    kind: many
    ask: What is the concern?
    help: All of it.
    why: It decides.
    source: [p9.harm]
    alone: [none]
    options:
      - {id: harm, label: Harm}
      - {id: welfare, label: Welfare, help: Less than harm.}
      - {id: none, label: None}
  - id: consent
    kind: one
    ask: What did they say?
    help: If asked.
    why: It counts.
    source: [p6.informed, p6]
    about: [whose_consent, concern]
    options:
      - {id: given, label: Given}
      - {id: refused, label: Refused}
      - {id: not-asked, label: Not asked}
""",
    "outcomes.yaml": """\
outcomes:
  - id: emergency
    title: Ring 999.
    text: Now.
    source: [p2]
    agrees_with: [share]
    contacts: [police-emergency, front-door]
  - id: share-with-consent
    title: You may share.
    text: As agreed.
    source: [p6.informed]
    agrees_with: [share]
    contacts: [front-door]
    consent_from: whose_consent
  - id: do-not-share
    title: Do not share.
    text: Not this.
    source: [p3]
    agrees_with: [not-share]
    contacts: [front-door]
decisions:
  - {id: share, label: share it}
  - {id: not-share, label: not share it}
consent_from:
  - {id: child, label: the child}
  - {id: parent, label: a parent}
advice_from:
  - {id: line-manager, label: your line manager}
""",
    "decision.yaml": """\
facts:
  - id: serious
    says: It is serious.
    when:
      - concern: {has_any: [harm]}
    source: [p9]
  - id: open
    says: Nothing is settled.
    when:
      - any:
          - consent: not-asked
          - fact: serious
    not_sure_counts_as: yes
    source: [p9]
choices:
  - id: whose_consent
    says: Who is asked?
    rules:
      - id: child-first
        when:
          - concern: {has_all: [welfare]}
        value: child
        because: It is about them.
        source: [p7]
      - id: parent-then
        when:
          - danger: [yes, no]
        value: parent
        because: They may know.
        source: [p8]
  - id: weigh
    says: What weighs more?
    rules:
      - id: weighs-for
        when:
          - not: open
        value: share-with-consent
        because: It weighs more.
        source: [p9]
      - id: weighs-against
        when:
          - fact: open
        value: do-not-share
        because: It weighs less.
        source: [p9]
        advice_from: [line-manager]
rules:
  - id: danger-now
    when:
      - danger: yes
    outcome: emergency
    because: Danger comes first.
    source: [p2]
  - id: agreed
    when:
      - consent: given
      - whose_consent: [child, parent]
    outcome: share-with-consent
    title: Share what they agreed to.
    because: They agreed.
    source: [p6.informed]
  - id: otherwise
    when:
      - consent: [refused, not-asked]
    choose: weigh
    because: It is weighed.
    source: [p9]
    advice_from: [line-manager]
""",
    "actions.yaml": """\
before:
  - id: ring
    when:
      - outcome: [emergency]
    text: Ring.
    source: [p2]
with:
  - id: less
    when:
      - outcome: share-with-consent
      - concern: {lacks: [harm]}
    text: Share less.
    source: [p4]
after:
  - id: note
    when:
      - outcome: [emergency, share-with-consent, do-not-share]
    text: Note it.
    source: [p4]
    advice_from: [line-manager]
follow_ups:
  - question: concern
    when:
      - outcome: emergency
    unanswered: Ask about the concern.
""",
    "sayings.yaml": """\
sayings:
  - id: call
    to: emergency-services
    when:
      - outcome: [emergency]
    text: Somebody is in danger.
    source: [p2]
  - id: share
    to: recipient
    when:
      - outcome: share-with-consent
    text: You may know {information}
    fields: {information: "[what]"}
    source: [p6.informed, p6]
  - id: sorry
    to: requester
    when:
      - outcome: [do-not-share]
    text: That cannot be done.
    source: [p3]
  - id: not-yet
    to: family
    form: silence
    when:
      - outcome: [emergency, share-with-consent, do-not-share]
    text: They wait.
    source: [p4]
""",
    "record.yaml": """\
fields:
  - id: case_ref
    ask: Which case?
    help: A number.
    source: [p3]
    required: yes
  - id: reason
    ask: Why?
    help: In a sentence.
    source: [p3]
    when:
      - outcome: [do-not-share]
""",
    "since.yaml": """\
notices:
  - id: new-duty
    title: A new duty
    text: There is one.
    status: {text: confirmed}
    bears_on:
      - concern: [harm]
        outcomes: [emergency]
      - questions: [concern]
      - contacts: [luton-mash]
    origin: a website
    dates: {read: 2026-11-22}
""",
}


def write_pack(folder: Path, changed: Mapping[str, str] | None = None) -> Path:
    """Put the small pack, with some files changed, into a folder."""
    for name, text in {**SMALL_PACK, **(changed or {})}.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return folder
