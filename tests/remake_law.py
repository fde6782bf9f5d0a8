"""docs/explanation/law-since-2018.md, made from the notices; see `tests.remake_reference`."""

import re
from collections.abc import Mapping, Sequence

from infoshare_cli.core.guidance import Guidance, Notice
from infoshare_cli.files.load_contacts import load_contacts
from infoshare_cli.files.load_guidance import load_guidance
from infoshare_cli.files.load_topics import load_topics
from infoshare_cli.files.locations import shipped_contacts, shipped_rules
from infoshare_cli.terminal.guide_views import date_text, notice_blocks
from infoshare_cli.terminal.page import Block, Panel, Rows, Text
from tests.remake_commands import MADE_BY

_INTRO = f"""\
{MADE_BY}

# What has changed in law and advice since 2018

The rules follow the guide, and the guide's text is of 2018. The law has moved on, and some things
the guide leaves out. So the program shows *notices* beside an answer, where they bear on the case.
**A notice never changes the answer.** It tells you what to think of, or whom to ask. This page has
all of them. It is made from the same file as the notices, `since.yaml`, so it says what the program
says.

Each one tells how sure we are:

- **confirmed**: we read the source ourselves, on the day that is given;
- **reported**: a public body says so, and we have not read the source;
- **unconfirmed**: neither. Do not rely on it.

We are not lawyers, and this is not legal advice. We read stored copies of public pages, not the
live web. A law may have changed since. Ask your information governance lead or a legal adviser
before you rest a decision on it. `infoshare guide TOPIC` shows the notices with the topics that
they bear on.

| What changed | Since | How sure |
|---|---|---|"""

_EFFECTS: Mapping[str, tuple[str, str]] = {
    "outcome": (
        "What may change your decision",
        "The rules follow the guide, so their answer stays as it was. These changes may mean that "
        "you decide otherwise.",
    ),
    "basis": (
        "What may change the lawful basis that you write down",
        "What is right to do stays the same. What you call it may not.",
    ),
    "channel": ("Where to send it", "Names of boards and ways to reach people."),
    "wording": (
        "Names, wording and other advice",
        "These change what things are called, or add to what the guide says.",
    ),
}
"""What a notice says of its effect, and the section it stands in."""
_PLACES = {
    "concern": "the worry is",
    "recipient": "the recipient is",
    "outcomes": "it comes to",
    "questions": "it was asked about",
    "topics": "you read",
    "contacts": "you look up",
}
"""What a notice bears on, as a sentence begins that ends in its names."""
_QUOTED = ("outcomes", "topics")


def remade_law() -> str:
    """The page as it should read."""
    guidance = load_guidance(shipped_rules())
    names = _names(guidance)
    rows = [_law_row(notice) for notice in guidance.notices]
    sections = (
        "\n".join([f"## {title}\n", f"{about}\n", *(_notice(each, names) for each in found)])
        for effect, (title, about) in _EFFECTS.items()
        if (found := [each for each in guidance.notices if each.effect == effect])
    )
    return "\n".join([_INTRO, *rows, "", *sections])


def _law_row(notice: Notice) -> str:
    title = f"[{notice.title}](#{_heading_anchor(notice.title)})"
    return f"| {title} | {_since(notice)} | {', '.join(dict.fromkeys(notice.status.values()))} |"


def _heading_anchor(title: str) -> str:
    return re.sub(r"[^a-z0-9 -]", "", title.lower()).replace(" ", "-")


def _since(notice: Notice) -> str:
    """Its dates, but for the day on which we looked."""
    told = (
        f"{name.replace('_', ' ')} {date_text(day)}"
        for name, day in notice.dates.items()
        if name != "checked"
    )
    return "; ".join(told) or "it has long been so"


def _notice(notice: Notice, names: Mapping[str, str]) -> str:
    """A notice, with the words of `infoshare guide`, and where the program shows it."""
    [panel] = notice_blocks(notice)
    assert isinstance(panel, Panel)
    told = "\n\n".join(map(_markdown, panel.blocks))
    shown = "; or where ".join(_place(entry, names) for entry in notice.bears_on)
    return f"### {notice.title}\n\n{told}\n\nThe program shows it where {shown}.\n"


def _markdown(block: Block) -> str:
    match block:
        case Text(text, "strong"):
            return f"**{text}**"
        case Text(text):
            return text
        case Rows(rows):
            return "\n".join(f"- {name}: {value}" for name, value in rows)
    raise AssertionError(block)


def _place(entry: Mapping[str, tuple[str, ...]], names: Mapping[str, str]) -> str:
    """One entry of `bears_on` in words."""
    told = []
    for key, values in entry.items():
        called = [names[f"{key} {value}"].removesuffix(".") for value in values]
        quoted = [f'"{name}"' if key in _QUOTED else name for name in called]
        told.append(f"{_PLACES[key]} {_either(quoted)}")
    return "; and ".join(told)


def _either(names: Sequence[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} or {last}" if others else last


def _names(guidance: Guidance) -> Mapping[str, str]:
    """What the ids of `bears_on` are called, each under the key that it stands with."""
    options = {
        f"{name} {option.id}": option.short or option.label
        for name in ("concern", "recipient")
        for option in guidance.question_by_id[name].options
    }
    contacts = load_contacts(shipped_contacts()).contacts
    return {
        **options,
        **{f"outcomes {each.id}": each.short or each.title for each in guidance.outcomes},
        **{f"questions {each.id}": each.short or each.ask for each in guidance.questions},
        **{f"topics {each.id}": each.title for each in load_topics(shipped_rules())},
        **{f"contacts {each.id}": f"the {each.name}" for each in contacts},
        **{f"contacts {each.role}": f"the {each.role.replace('-', ' ')}" for each in contacts},
    }
