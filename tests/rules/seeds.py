"""Faults to put into a copy of the shipped pack, one at a time."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from infoshare_cli.files.locations import shipped_rules

Entry = dict[str, Any]


class _Plain(yaml.SafeDumper):
    """Writes out what stands in two places, as the strict reader takes no aliases."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - whatever it is
        """Never an alias."""
        return True


class Copy:
    """The shipped pack in a folder of its own, as data that can be changed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "seeded"
        shutil.copytree(shipped_rules(), self.folder)
        self._files: dict[str, Any] = {}

    def file(self, name: str) -> Any:
        """The data of a file, each scalar as its text."""
        if name not in self._files:
            text = (self.folder / name).read_text(encoding="utf-8")
            self._files[name] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506
        return self._files[name]

    def entries(self, name: str, key: str) -> list[Entry]:
        """A list of a file."""
        entries: list[Entry] = self.file(name)[key]
        return entries

    @property
    def rules(self) -> list[Entry]:
        """The rules of the decision."""
        return self.entries("decision.yaml", "rules")

    def rule(self, name: str) -> Entry:
        """One of them."""
        return _named(self.rules, name)

    def fact(self, name: str) -> Entry:
        """A named fact."""
        return _named(self.entries("decision.yaml", "facts"), name)

    def row(self, choice: str, name: str) -> Entry:
        """A row of a choice."""
        rows: list[Entry] = _named(self.entries("decision.yaml", "choices"), choice)["rules"]
        return _named(rows, name)

    def action(self, name: str) -> Entry:
        """An action of any phase."""
        phases = (self.entries("actions.yaml", phase) for phase in ("before", "with", "after"))
        return _named([entry for phase in phases for entry in phase], name)

    def drop(self, entries: list[Entry], name: str) -> None:
        """Take an entry out."""
        entries.remove(_named(entries, name))

    def move(self, name: str, *, above: str) -> None:
        """Put a rule right above another."""
        moved = self.rule(name)
        self.rules.remove(moved)
        self.rules.insert(self.rules.index(self.rule(above)), moved)

    def save(self) -> Path:
        """Write what was changed; the folder."""
        for name, data in self._files.items():
            text = yaml.dump(data, Dumper=_Plain, default_style='"', sort_keys=False)
            (self.folder / name).write_text(text, encoding="utf-8")
        return self.folder


def _named(entries: list[Entry], name: str) -> Entry:
    return next(entry for entry in entries if entry["id"] == name)


def when(entry: Entry, **lines: object) -> None:
    """Give an entry these conditions and no others."""
    entry["when"] = [{name: test} for name, test in lines.items()]


@dataclass(frozen=True)
class Seed:
    """A fault, the command that must find it, and what that must speak of."""

    name: str
    put: Callable[[Copy], object]
    found_by: str
    says: str


def _drop(name: str) -> Callable[[Copy], None]:
    return lambda copy: copy.drop(copy.rules, name)


def _turn(name: str, outcome: str) -> Callable[[Copy], None]:
    return lambda copy: copy.rule(name).update(outcome=outcome)


def _not_instead_of_fact(copy: Copy) -> None:
    """A fact becomes its opposite."""
    lines = copy.rule("overwhelming-interest")["when"]
    lines[:] = [{"not": line["fact"]} if "fact" in line else line for line in lines]


def _not_forgotten(copy: Copy) -> None:
    """What was to be false is now to be true."""
    rule = copy.rule("expected-and-not-confidential")
    rule["when"] = [{"fact": line["not"]} if "not" in line else line for line in rule["when"]]


def _not_sure_dropped(copy: Copy) -> None:
    """A fact forgets those who are not sure."""
    parts = copy.fact("held_in_confidence")["when"][0]["any"]
    parts[:] = parts[:1]


def _idle_question(copy: Copy) -> None:
    """A rule asks what nothing comes of."""
    lines = copy.rule("danger-now")["when"]
    questions = copy.entries("questions.yaml", "questions")
    options = [option["id"] for option in _named(questions, "requester_verified")["options"]]
    lines.append({"requester_verified": options})


def _idle_twin(copy: Copy) -> None:
    """Two rules for one outcome, told apart by a question that decides nothing."""
    first = copy.rule("nobody-identifiable")
    place = copy.rules.index(first)
    twin = {
        **first,
        "id": "nobody-identifiable-twin",
        "when": [*first["when"], {"expected": "yes"}],
    }
    copy.rules.insert(place, twin)


def _shadow(copy: Copy) -> None:
    """A rule that the one above it takes every case from."""
    twin = {**copy.rule("serious-to-safeguarding"), "id": "serious-again"}
    copy.rules.insert(copy.rules.index(copy.rule("serious-to-professional")), twin)


def _contradiction(copy: Copy) -> None:
    """A rule that asks for two answers to one question."""
    copy.rule("consent-falls-short")["when"].append({"consent": "refused"})


def _circle(copy: Copy) -> None:
    """Two facts that rest on each other."""
    copy.fact("serious")["when"] = [{"fact": "agency"}]
    copy.fact("agency")["when"] = [{"fact": "serious"}]


def _gone(copy: Copy) -> None:
    """An outcome that nothing comes to any more."""
    for entry in copy.rules:
        if entry.get("outcome") == "not-personal":
            entry["outcome"] = "seek-advice"


def _never_shown(copy: Copy) -> None:
    """An action for cases that there are not."""
    when(copy.action("share-now"), outcome=["do-not-share"], fact="serious")


def _rows(copy: Copy, choice: str) -> list[Entry]:
    rows: list[Entry] = _named(copy.entries("decision.yaml", "choices"), choice)["rules"]
    return rows


def _swap_rows(copy: Copy) -> None:
    """The row for all comes before those for some."""
    rows = _rows(copy, "whose_consent")
    rows.insert(0, rows.pop(rows.index(_named(rows, "person-with-parental-responsibility"))))


def _parent_for_partly(copy: Copy) -> None:
    """A child who understands some of it is passed over."""
    copy.row("whose_consent", "understanding-in-part")["value"] = (
        "person-with-parental-responsibility"
    )


def _question(copy: Copy, name: str) -> Entry:
    return _named(copy.entries("questions.yaml", "questions"), name)


def _outcome(copy: Copy, name: str) -> Entry:
    return _named(copy.entries("outcomes.yaml", "outcomes"), name)


def _half_serious(copy: Copy) -> None:
    """A fact forgets children, and with it every rule and property that uses the fact."""
    when(copy.fact("serious"), concern={"has_any": ["adult-serious-harm"]})


def _unsure_worry_forgotten(copy: Copy) -> None:
    """A worry that nobody is sure of counts as one about welfare."""
    tests = copy.fact("worry_beyond_welfare")["when"][0]["concern"]
    tests["has_any"].remove("not-sure")
    copy.fact("worry_beyond_welfare")["not_sure_counts_as"] = "no"


def _private_as_well(copy: Copy) -> None:
    """What was told in confidence is confidential only if it is private too."""
    copy.fact("held_in_confidence")["when"][0]["any"][0]["confidential"]["has_all"].append(
        "private"
    )


def _no_power_needed(copy: Copy) -> None:
    """Whoever speaks for the adult decides, whether they may or not."""
    row = copy.row("whose_consent", "authorised-person-decides")
    row["when"][2] = {"best_interests_authority": ["yes", "not-sure"]}


def _parent_for_an_adult(copy: Copy) -> None:
    """Where nobody is authorised for an adult, it goes on to the parents."""
    row = copy.row("whose_consent", "nobody-authorised")
    row["when"][2] = {"best_interests_authority": "not-sure"}


def _young_person_who_cannot(copy: Copy) -> None:
    """At 16, the yes of someone who cannot decide is taken."""
    copy.row("whose_consent", "young-person-presumed-able")["when"][2] = {
        "capacity_doubt": ["no", "yes"]
    }


def _part_to_family(copy: Copy) -> None:
    """A part goes to the family because a worry is not sure, and nobody weighs it."""
    lines = copy.rule("unsure-worry-part-would-help")["when"][1]["any"]
    lines[0] = {"recipient": ["safeguarding", "family"]}


def _part_for_no_worry(copy: Copy) -> None:
    """A part goes without consent whatever the worry."""
    del copy.rule("unsure-worry-part-would-help")["when"][0]


def _all_weighed(copy: Copy) -> None:
    """What is asked about welfare is weighed, and nobody is asked for consent."""
    tests = copy.rule("adult-may-pose-risk-to-safeguarding")["when"][0]["concern"]
    tests["has_any"].append("child-welfare")


def _not_weighed(copy: Copy) -> None:
    """Where it is not right to ask, people only take advice."""
    rule = copy.rule("not-safe-or-right-to-ask")
    del rule["choose"]
    rule["outcome"] = "seek-advice"


def _turned_away(copy: Copy) -> None:
    """Workers are treated as if nobody knew who they are."""
    when(copy.rule("recipient-not-decided"), recipient=["not-sure", "professional"])


def _about(name: str, *about: str) -> Callable[[Copy], None]:
    return lambda copy: _question(copy, name).update(about=list(about))


def _optional(name: str) -> Callable[[Copy], object]:
    return lambda copy: _named(copy.entries("record.yaml", "fields"), name).pop("required")


def _contacts(name: str, *roles: str) -> Callable[[Copy], None]:
    return lambda copy: _outcome(copy, name).update(contacts=list(roles))


SEEDS = (
    Seed("dropped-danger", _drop("danger-now"), "prove", "danger-comes-first"),
    Seed("dropped-serious", _drop("serious-to-safeguarding"), "prove", "serious-harm-reaches"),
    Seed(
        "dropped-unsafe", _drop("unsafe-recipient"), "prove", "nothing-goes-to-someone-who-may-harm"
    ),
    Seed("dropped-law", _drop("law-requires-it-but-not-safe"), "prove", "the-law-is-not-refused"),
    Seed("dropped-purpose", _drop("no-clear-purpose"), "prove", "no-clear-purpose-is-no-yes"),
    Seed(
        "dropped-aims",
        _drop("aims-met-without-sharing"),
        "prove",
        "nothing-goes-that-is-not-needed",
    ),
    Seed("dropped-last", _drop("no-consent-weigh"), "prove", "one-outcome"),
    Seed(
        "dropped-own", _drop("own-information-with-care"), "prove", "own-information-is-not-refused"
    ),
    Seed(
        "swapped-danger",
        lambda copy: copy.move("recipient-not-decided", above="danger-now"),
        "prove",
        "danger-comes-first",
    ),
    Seed(
        "swapped-consent",
        lambda copy: copy.move("consent-falls-short", above="good-consent"),
        "prove",
        "every-rule-decides",
    ),
    Seed(
        "swapped-law",
        lambda copy: copy.move("unsafe-recipient", above="law-requires-it-but-not-safe"),
        "prove",
        "the-law-is-not-refused-alone",
    ),
    Seed("swapped-rows", _swap_rows, "prove", "a-child-who-can-decide-decides"),
    Seed("not-forgotten", _not_forgotten, "prove", "who-can-be-asked-is-asked"),
    Seed("not-without-word", _not_instead_of_fact, "check", "not-sure"),
    Seed("not-sure-dropped", _not_sure_dropped, "check", "not_sure_counts_as"),
    Seed(
        "not-sure-to-do-not-share",
        _turn("unsafe-recipient-not-sure", "do-not-share"),
        "prove",
        "saying-no-needs-a-definite-answer",
    ),
    Seed(
        "not-sure-to-share",
        _turn("asking-risk-not-sure", "share-without-consent"),
        "prove",
        "not-sure-of-asking-is-no-yes",
    ),
    Seed(
        "worry-not-heard",
        _turn("unsafe-recipient-and-a-worry", "do-not-share"),
        "prove",
        "an-open-worry-goes-where-it-is-safe",
    ),
    Seed(
        "shared-with-a-danger",
        lambda copy: when(
            copy.rule("serious-to-professional"), fact="serious", recipient="professional"
        ),
        "prove",
        "nothing-goes-to-someone-who-may-harm",
    ),
    Seed("child-passed-over", _parent_for_partly, "prove", "some-understanding-puts-nobody"),
    Seed(
        "consent-without-quality",
        lambda copy: when(copy.rule("good-consent"), consent="given"),
        "prove",
        "consent-is-real",
    ),
    Seed(
        "no-row-for-not-sure",
        lambda copy: _rows(copy, "weigh").remove(copy.row("weigh", "balance-unclear")),
        "prove",
        "one-outcome",
    ),
    Seed("idle-question", _idle_question, "prove", "no-idle-question"),
    Seed("idle-twin", _idle_twin, "prove", "no-idle-question"),
    Seed("rule-shadowed", _shadow, "prove", "every-rule-decides"),
    Seed("rule-shadowed-checked", _shadow, "check", "serious-to-safeguarding"),
    Seed("rule-contradicts-itself", _contradiction, "check", "consent-falls-short"),
    Seed("facts-in-a-circle", _circle, "check", "serious"),
    Seed("outcome-out-of-reach", _gone, "check", "not-personal"),
    Seed(
        "action-missing-ring-back",
        lambda copy: copy.drop(copy.entries("actions.yaml", "before"), "ring-back"),
        "prove",
        "ring-back",
    ),
    Seed(
        "action-too-narrow",
        lambda copy: when(copy.action("tell-social-care"), fact="serious", recipient="family"),
        "prove",
        "those-who-can-help-are-told",
    ),
    Seed("action-never-shown", _never_shown, "check", "share-now"),
    Seed(
        "record-duty-missing",
        lambda copy: when(copy.action("record-decision"), outcome=["emergency"]),
        "check",
        "record",
    ),
    Seed(
        "word-mistyped",
        lambda copy: when(copy.rule("danger-now"), immediate_danger="Yes"),
        "check",
        "Did you mean yes?",
    ),
    Seed("outcome-mistyped", _turn("danger-now", "emergancy"), "check", "Did you mean emergency?"),
    Seed(
        "statement-unknown",
        lambda copy: copy.rule("danger-now").update(source=["p2.contact-polise"]),
        "check",
        "p2.contact-polise",
    ),
    Seed("no-source", lambda copy: copy.rule("danger-now").pop("source"), "check", "source"),
    Seed("no-reason", lambda copy: copy.rule("danger-now").pop("because"), "check", "because"),
    Seed(
        "no-contact",
        lambda copy: copy.entries("outcomes.yaml", "outcomes")[0].update(contacts=[]),
        "check",
        "contacts",
    ),
    Seed(
        "notice-without-status",
        lambda copy: copy.entries("since.yaml", "notices")[0].update(status={}),
        "check",
        "status",
    ),
    Seed(
        "property-mistyped",
        lambda copy: copy.entries("properties.yaml", "properties")[0].update(nevver=[]),
        "check",
        "Did you mean never?",
    ),
    Seed("half-serious", _half_serious, "prove", "what-is-serious"),
    Seed("unsure-worry-forgotten", _unsure_worry_forgotten, "prove", "what-goes-beyond-welfare"),
    Seed("private-as-well", _private_as_well, "prove", "what-is-confidential"),
    Seed("no-power-needed", _no_power_needed, "prove", "whose-consent-it-is"),
    Seed("parent-for-an-adult", _parent_for_an_adult, "prove", "whose-consent-it-is"),
    Seed("young-person-who-cannot", _young_person_who_cannot, "prove", "whose-consent-it-is"),
    Seed("part-to-family", _part_to_family, "prove", "a-part-without-weighing-is-for-those"),
    Seed("part-for-no-worry", _part_for_no_worry, "prove", "a-part-without-weighing-is-for-those"),
    Seed("all-weighed", _all_weighed, "prove", "weighing-has-a-reason"),
    Seed("turned-away", _turned_away, "prove", "a-known-recipient-is-thought-through"),
    Seed(
        "able-and-not-asked",
        lambda copy: copy.rule("nobody-to-consent")["when"][0]["whose_consent"].append("adult"),
        "prove",
        "who-can-consent-is-asked",
    ),
    Seed(
        "not-weighed",
        _not_weighed,
        "prove",
        "not-right-to-ask-is-weighed",
    ),
    Seed(
        "sent-to-themselves",
        _turn("unsure-worry-purpose-not-settled", "share-elsewhere"),
        "prove",
        "social-care-is-not-sent-to-social-care",
    ),
    Seed(
        "asks-who-cannot-answer",
        lambda copy: when(copy.rule("not-asked-yet"), consent=["not-asked", "cannot-ask"]),
        "prove",
        "asking-for-consent-has-a-reason",
    ),
    Seed(
        "who-tells-left-open",
        lambda copy: when(copy.action("agree-who-tells"), fact="serious"),
        "prove",
        "it-is-agreed-who-tells",
    ),
    Seed(
        "gives-it-away",
        lambda copy: when(
            copy.action("neither-confirm-nor-deny"), outcome=["do-not-share"], risk="no"
        ),
        "prove",
        "someone-who-may-harm-learns-nothing",
    ),
    Seed(
        "tells-who-must-not-know",
        lambda copy: when(copy.action("tell-person"), outcome=["share-without-consent"]),
        "prove",
        "what-is-not-safe-to-tell-is-not-told",
    ),
    Seed("risk-kept", _about("recipient_risk", "subject"), "check", "recipient_risk, which keeps"),
    Seed(
        "consent-kept", _about("consent", "subject", "recipient"), "check", "consent, which keeps"
    ),
    Seed("quality-kept", _about("consent_quality", "recipient"), "check", "consent_quality, which"),
    Seed("age-kept", _about("age_band", "recipient"), "check", "age_band, which keeps"),
    Seed(
        "not-sure-beside-others",
        lambda copy: _question(copy, "asking_risk").update(alone=["none"]),
        "check",
        "not-sure under alone",
    ),
    Seed("reason-left-empty", _optional("reason"), "check", "reason, which may be left empty"),
    Seed("override-without-why", _optional("override_reason"), "check", "override_reason, which"),
    Seed(
        "nobody-out-of-hours",
        _contacts("share-elsewhere", "front-door", "police-non-emergency", "police-emergency"),
        "check",
        "without emergency-duty-team",
    ),
    Seed(
        "999-not-on-top",
        _contacts(
            "emergency",
            "front-door",
            "police-emergency",
            "emergency-duty-team",
            "police-non-emergency",
        ),
        "check",
        "no outcome that begins with police-emergency",
    ),
)
