"""The look at everything that `infoshare doctor` tells: one part cannot keep the others back."""

import os
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from infoshare_cli.cli.setup import NOWHERE, Setup, now
from infoshare_cli.core.checkup.judge_log import judge_log
from infoshare_cli.core.checkup.place import DRAFTS, LOG, judge_place, no_home
from infoshare_cli.core.checkup.report import Finding, Known, Part
from infoshare_cli.core.checkup.variables import judge_variables, told_variables
from infoshare_cli.errors import FileError, InfoshareError
from infoshare_cli.files.checkup.look_at_place import look_at_file, look_at_folder

Facts = dict[str, Known]
"""Filled in on the way, so that what was found before a failure is told."""


def look_at_everything(setup: Setup) -> tuple[Part, ...]:
    """Every part, whatever is broken."""
    looks: Mapping[str, Callable[[Facts], Iterator[Finding]]] = {
        "rules": partial(_rules, setup),
        "contacts": partial(_contacts, setup),
        "log": partial(_log, setup),
        "drafts": partial(_drafts, setup),
        "program": _program,
        "terminal": partial(_terminal, setup),
        "environment": _environment,
    }
    return tuple(_part(name, look) for name, look in looks.items())


def _part(name: str, look: Callable[[Facts], Iterator[Finding]]) -> Part:
    facts: Facts = {}
    findings: list[Finding] = []
    try:
        # One by one: those before a failure are kept.
        findings.extend(look(facts))
    except InfoshareError as error:
        findings.append(Finding(f"{name}.readable", "wrong", str(error), _ADVICE[name]))
    except Exception as error:  # noqa: BLE001 - whatever is broken, the rest is still told
        found = f"This could not be looked at: {type(error).__name__}."
        findings.append(Finding(f"{name}.readable", "wrong", found, _ADVICE[name]))
    return Part(name, facts, tuple(findings))


_ADVICE = {
    "rules": "More: infoshare rules check",
    "contacts": "More: infoshare contacts check",
    "log": "Look whether it is there, and whether you may read it. More: infoshare log verify",
    "drafts": "Look whether it is a folder, and whether you may open it.",
    "program": "Install the program again.",
    "terminal": "Try --plain before the command: infoshare --plain assess",
    "environment": "Tell whoever looks after your computer.",
}

_FORBIDDEN = (
    "This computer may forbid it: ask whoever looks after it. The interview and the contacts work "
    "without it. Some other commands do not, and say so."
)


def _rules(setup: Setup, facts: Facts) -> Iterator[Finding]:
    from infoshare_cli.files.load_guidance import load_guidance
    from infoshare_cli.files.locations import shipped_rules

    facts.update(_place_of(setup.rules, shipped_rules()), loads=False)
    guidance = load_guidance(setup.rules)
    pack = guidance.pack
    facts.update(loads=True, id=pack.id, version=pack.version, digest=guidance.digest)
    facts["proved"] = guidance.proved
    whose = "those that came with the program" if facts["shipped"] else "your own"
    told = f"The rules can be used: {pack.id} {pack.version}, {whose}."
    yield Finding("rules.readable", "ok", told)
    if guidance.proved:
        yield Finding("rules.proved", "ok", "What must hold of them was proved for every case.")
    else:
        advice = "To prove them: infoshare rules prove"
        found = "Nobody has proved what must hold of these rules, or they were changed since."
        yield Finding("rules.proved", "look", found, advice)


def _contacts(setup: Setup, facts: Facts) -> Iterator[Finding]:
    from infoshare_cli.files.check_contacts import check_contacts
    from infoshare_cli.files.load_contacts import load_contacts
    from infoshare_cli.files.locations import shipped_contacts

    facts.update(_place_of(setup.contacts, shipped_contacts()), loads=False)
    directory = load_contacts(setup.contacts)
    entries = len(directory.contacts)
    unchecked = sum(each.provenance.state == "not-checked" for each in directory.contacts)
    facts.update(loads=True, digest=directory.digest, entries=entries, unchecked=unchecked)
    told = f"The contacts can be used: {entries} entries, {unchecked} of them never checked."
    yield Finding("contacts.readable", "ok", told)
    if check_contacts(setup.contacts, now().astimezone().date()).faults:
        found = "Some contacts were last checked more than 12 months ago, or on a day to come."
        yield Finding("contacts.checked", "look", found, _ADVICE["contacts"])


def _log(setup: Setup, facts: Facts) -> Iterator[Finding]:
    from dataclasses import asdict

    from infoshare_cli.files.checkup.log_state import read_log_state

    if setup.log.parent == NOWHERE:
        yield no_home(LOG)
        return
    place = look_at_file(setup.log)
    facts.update(place.facts())
    yield from judge_place(LOG, place)
    state = read_log_state(setup.log)
    told = asdict(state.verdict)
    facts.update({name: told[name] for name in ("integrity", "records", "redacted", "torn")})
    facts["set_aside"] = state.set_aside
    yield from judge_log(state, now())


def _drafts(setup: Setup, facts: Facts) -> Iterator[Finding]:
    from infoshare_cli.files.draft_folder import read_drafts

    folder = setup.drafts
    if folder == NOWHERE:
        yield no_home(DRAFTS)
        return
    place = look_at_folder(folder, _draft_files(folder))
    facts.update(place.facts())
    yield from judge_place(DRAFTS, place)
    drafts = read_drafts(folder)
    unreadable = len(drafts.unreadable)
    facts.update(drafts=len(drafts.readable), unreadable=unreadable)
    if unreadable:
        found = f"Drafts that cannot be read: {unreadable}."
        yield Finding("drafts.readable", "look", found, "More: infoshare assess --drafts")
    else:
        yield Finding("drafts.readable", "ok", f"Drafts: {len(drafts.readable)}.")


def _draft_files(folder: Path) -> tuple[Path, ...]:
    from infoshare_cli.files.draft_folder import list_draft_files

    try:
        return list_draft_files(folder)
    except FileError:
        return ()


def _program(facts: Facts) -> Iterator[Finding]:
    from infoshare_cli.files.checkup.installed import (
        installed_facts,
        missing_libraries,
        reads_yaml_slowly,
        unloadable_libraries,
    )

    facts.update(installed_facts())
    if missing := missing_libraries():
        found = f"Not installed, but needed: {', '.join(missing)}."
        yield Finding("program.libraries", "wrong", found, _ADVICE["program"])
    elif stopped := unloadable_libraries():
        found = f"Installed, but it cannot be loaded: {', '.join(stopped)}."
        yield Finding("program.libraries", "look", found, _FORBIDDEN)
    else:
        yield Finding("program.libraries", "ok", f"infoshare {facts['version']} is all there.")
    if reads_yaml_slowly():
        found = "Rules are read slowly, as PyYAML has no part written in C here."
        yield Finding("program.yaml", "look", found, "Install PyYAML as a wheel.")


def _terminal(setup: Setup, facts: Facts) -> Iterator[Finding]:
    from infoshare_cli.terminal.abilities import NARROW, abilities

    found = abilities(plain=setup.plain)
    facts.update({name: getattr(found, name) for name in ("stdin", "stdout", "stderr")})
    facts.update({name: getattr(found, name) for name in ("columns", "lines", "encoding")})
    facts.update(colour=found.colour, questions="plain" if found.why_plain else "lists")
    why = found.why_plain
    told = f"as plain text: {why}" if why else "as lists to move through"
    yield Finding("terminal.questions", "ok", f"Questions come {told}.")
    if found.encoding and found.encoding.lower().replace("_", "-") not in ("utf-8", "utf8"):
        lacking = f"The encoding {found.encoding} has not every letter; '?' stands for those."
        yield Finding("terminal.encoding", "look", lacking, "Set PYTHONUTF8=1, or use UTF-8.")
    if found.columns is not None and found.columns < NARROW:
        narrow = f"The window has {found.columns} columns only."
        yield Finding("terminal.columns", "look", narrow, "Make it wider.")


def _environment(facts: Facts) -> Iterator[Finding]:
    facts["variables"] = told_variables(os.environ)
    yield from judge_variables(os.environ)


def _place_of(path: Path, shipped: Path) -> Facts:
    real = os.path.realpath(path)
    return {"path": str(path), "real_path": real, "shipped": real == os.path.realpath(shipped)}
