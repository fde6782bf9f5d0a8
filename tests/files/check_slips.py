"""Slips that no reader of a pack notices, each with the one thing that a check is to tell of it."""

from dataclasses import dataclass

from tests.files.checked_pack import CHECKED_PACK, CONTACTS
from tests.files.pack_slips import HERE


@dataclass(frozen=True)
class CheckSlip:
    """A change that leaves a pack readable or not, and what a check is to find of it."""

    file: str
    right: str
    wrong: str
    path: str
    found: str
    expected: str
    suggestion: str | None = None
    elsewhere: tuple[str, str] | None = None
    """The file and the text in it where it is told, if that is not in the changed file."""

    @property
    def told_in(self) -> str:
        """The file that it is told in."""
        return self.elsewhere[0] if self.elsewhere else self.file

    def text(self) -> str:
        """The file with the slip in it, and the mark where it is to be told."""
        assert CHECKED_PACK[self.file].count(self.right) >= 1, self.right
        return CHECKED_PACK[self.file].replace(self.right, self.wrong, 1)

    def place(self) -> tuple[int, int]:
        """Line and column of the mark."""
        text, at = (self.text(), HERE)
        if self.elsewhere:
            text, at = CHECKED_PACK[self.elsewhere[0]], self.elsewhere[1]
        before, mark, _ = text.partition(at)
        assert mark
        return before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1


Q, O, D, A, R, S, T, W = (  # noqa: E741 - one letter for each file keeps the table readable
    *("questions.yaml", "outcomes.yaml", "decision.yaml", "actions.yaml"),
    *("record.yaml", "since.yaml", "statements.yaml", "sayings.yaml"),
)
LAST_RULE = CHECKED_PACK[D].partition("  - id: otherwise\n")[2]
LAST_FIELD = "  - id: reason\n" + CHECKED_PACK[R].partition("  - id: reason\n")[2]
BOTH = "      - danger: yes\n      - danger: no\n"
FOLLOW_UPS = "follow_ups:\n"
HARD = (
    "Notwithstanding considerable uncertainty, practitioners communicate comprehensively "
    "regarding organisational responsibilities."
)
NEAR = "Write down at once what you know of it."

ERRORS = {
    # What no case comes to.
    "rule-below-one-that-takes-its-cases": CheckSlip(
        D, "  - id: otherwise\n",
        "  - ¶id: agreed-too\n    when:\n      - consent: given\n    outcome: do-not-share\n"
        "    because: They did.\n    source: [p6]\n  - id: otherwise\n",
        "rules[2]", "the rule agreed-too, which never decides: agreed above it takes all",
        "a rule that decides some case",
    ),
    "rule-below-two-that-take-its-cases": CheckSlip(
        D, LAST_RULE,
        LAST_RULE + "  - ¶id: too-late\n    when:\n      - fact: serious\n    outcome: emergency\n"
        "    because: It is late.\n    source: [p9]\n",
        "rules[3]", "agreed and otherwise above it", "some case",
    ),
    "saying-that-no-case-comes-to": CheckSlip(
        W, "  - id: sorry\n", "  - ¶id: never\n    to: person\n    when:\n" + BOTH
        + "    text: Never.\n    source: [p2]\n  - id: sorry\n",
        "sayings[2]", "the saying never, which no case comes to", "a saying that some case shows",
    ),
    "outcome-with-no-word-in-some-case": CheckSlip(
        W, "      - outcome: [do-not-share]\n    text: That",
        "      - outcome: [do-not-share]\n      - consent: refused\n    text: That",
        "outcomes[2]", "a case with nothing to say to 999, whoever gets the information, social",
        "a saying for each case of this outcome", elsewhere=(O, "id: do-not-share"),
    ),
    "rule-that-contradicts-itself": CheckSlip(
        D, "  - id: otherwise\n",
        "  - ¶id: never\n    when:\n" + BOTH + "    outcome: emergency\n    because: Both.\n"
        "    source: [p2]\n  - id: otherwise\n",
        "rules[2]", "the rule never, which never decides: its lines can never all hold", "a rule",
    ),
    "cases-without-a-rule": CheckSlip(
        D, "rules:\n  - id: danger-now\n    when:\n      - danger: yes\n    outcome: emergency\n"
        "    because: Danger comes first.\n    source: [p2]\n  - id: agreed\n    when:\n"
        "      - consent: given\n",
        "¶rules:\n  - id: danger-now\n    when:\n      - danger: yes\n    outcome: emergency\n"
        "    because: Danger comes first.\n    source: [p2]\n  - id: agreed\n    when:\n"
        "      - consent: given\n      - concern: {has_any: [welfare]}\n",
        "rules", "a case that no rule fits: danger is no; consent is given; concern is",
        "a last rule",
    ),
    "row-below-one-that-takes-its-cases": CheckSlip(
        D, "  - id: weigh\n",
        "      - ¶id: too-late\n        when:\n          - danger: no\n        value: child\n"
        "        because: It is late.\n        source: [p7]\n  - id: weigh\n",
        "choices[0].rules[2]", "the row too-late, which never fits: parent-then above it",
        "a row that fits some case",
    ),
    "row-that-contradicts-itself": CheckSlip(
        D, "      - id: parent-then\n",
        "      - ¶id: never\n        when:\n          - danger: yes\n          - danger: no\n"
        "        value: child\n        because: Both.\n        source: [p7]\n"
        "      - id: parent-then\n",
        "choices[0].rules[1]", "the row never, which never fits: its lines can never", "a row",
    ),
    "row-that-no-rule-comes-to": CheckSlip(
        D, "      - id: weighs-for\n",
        "      - ¶id: given-all-the-same\n        when:\n          - consent: given\n"
        "          - danger: yes\n"
        "        value: emergency\n        because: It was given.\n        source: [p9]\n"
        "      - id: weighs-for\n",
        "choices[1].rules[0]", "given-all-the-same, which never fits: no rule asks for it", "a row",
    ),
    "question-that-nothing-asks": CheckSlip(
        Q, "  - id: consent\n",
        "  - ¶id: weather\n    kind: one\n    ask: Does it rain?\n    help: Now.\n"
        "    why: Nobody knows.\n    source: [p2]\n    options:\n      - {id: yes, label: Rain}\n"
        "  - id: consent\n",
        "questions[2]", "the question weather, which no case comes to", "a question that a rule",
    ),
    "action-that-is-never-shown": CheckSlip(
        A, "with:\n",
        "  - ¶id: ring-again\n    when:\n      - outcome: emergency\n      - consent: given\n"
        "    text: Ring again.\n    source: [p2]\nwith:\n",
        "before[1]", "the action ring-again, which no case comes to", "an action that some case",
    ),
    "follow-up-that-is-never-asked": CheckSlip(
        A, FOLLOW_UPS,
        FOLLOW_UPS + "  - ¶question: danger\n    when:\n      - outcome: emergency\n"
        "    unanswered: Ask.\n",
        "follow_ups[0]", "the follow-up danger, which is never asked", "leaves open",
    ),
    "field-that-is-never-asked": CheckSlip(
        R, LAST_FIELD, LAST_FIELD.replace("- id", "- ¶id") + "      - danger: yes\n",
        "fields[1]", "the field reason, which no case comes to", "a field that some case asks",
    ),
    # What nothing rests on.
    "fact-that-nothing-rests-on": CheckSlip(
        D, "  - id: open\n",
        "  - ¶id: calm\n    says: It is calm.\n    when:\n      - danger: no\n    source: [p9]\n"
        "  - id: open\n",
        "facts[1]", "the fact calm, on which nothing rests", "a fact that a condition uses",
    ),
    "choice-that-nothing-rests-on": CheckSlip(
        D, "  - id: weigh\n",
        "  - ¶id: calm\n    says: Is it calm?\n    rules:\n      - id: it-is\n        when:\n"
        "          - danger: no\n        value: yes\n        because: It is.\n"
        "        source: [p9]\n  - id: weigh\n",
        "choices[1]", "the choice calm, on which nothing rests", "a choice that a condition uses",
    ),
    # Not sure.
    "not-sure-that-falls-elsewhere": CheckSlip(
        D, "    source: [p9]\n  - id: open\n",
        "    ¶not_sure_counts_as: yes\n    source: [p9]\n  - id: open\n",
        "facts[0].not_sure_counts_as", "'yes', although the answer not-sure makes serious false",
        "'no', or other options",
    ),
    "not-sure-that-counts-after-all": CheckSlip(
        D, "has_any: [harm]}\n",
        "has_any: [harm, not-sure]}\n    ¶not_sure_counts_as: no\n",
        "facts[0].not_sure_counts_as", "'no', although the answer not-sure makes serious true",
        "'yes', or other options",
    ),
    # What an outcome must come with.
    "outcome-without-duty": CheckSlip(
        A, "[emergency, share-with-consent, do-not-share]", "[emergency, share-with-consent]",
        "outcomes[2]", "the outcome do-not-share without the duty to record", "'duty: record'",
        elsewhere=(O, "id: do-not-share"),
    ),
    "duty-in-some-cases-only": CheckSlip(
        A, "      - outcome: [emergency, share-with-consent, do-not-share]\n",
        "      - any:\n          - outcome: [emergency, share-with-consent]\n          - all:\n"
        "              - outcome: do-not-share\n              - consent: refused\n",
        "outcomes[2]", "the outcome do-not-share without the duty to record", "always comes with",
        elsewhere=(O, "id: do-not-share"),
    ),
    "no-duty-at-all": CheckSlip(
        A, CHECKED_PACK[A], "¶" + CHECKED_PACK[A].replace("    duty: record\n", ""),
        "", "no action with a duty to record", "'duty: record'",
    ),
    "outcome-without-contact": CheckSlip(
        O, "contacts: [front-door]\ndecisions", "¶contacts: []\ndecisions",
        "outcomes[2].contacts", "the outcome do-not-share has nobody to contact", "at least one",
    ),
    "role-that-nobody-has": CheckSlip(
        O, "contacts: [front-door]\ndecisions",
        "contacts: [front-door, ¶emergency-duty-team]\ndecisions",
        "outcomes[2].contacts[1]", "no contact in Bedford Borough and Luton", "in every area",
    ),
    "outcome-without-page": CheckSlip(
        O, "source: [p3]", "¶source: []", "outcomes[2].source", "an empty list", "at least one",
    ),
    "rule-without-reason": CheckSlip(
        D, "  - id: otherwise\n    when:\n      - consent: [refused, not-asked]\n"
        "    choose: weigh\n    because: It is weighed.\n",
        "  - ¶id: otherwise\n    when:\n      - consent: [refused, not-asked]\n"
        "    choose: weigh\n",
        "rules[2].because", "nothing", "the key because",
    ),
    # The guide.
    "statement-that-nothing-carries": CheckSlip(
        T, "  - {id: p9.harm,", "  - {¶id: p9.hope, kind: fact, says: Hope.}\n  - {id: p9.harm,",
        "statements[6].id", "p9.hope, a statement of the guide that nothing carries", "cites it",
    ),
    "citation-of-nothing": CheckSlip(
        A, "source: [p2]", "source: [¶p2.rang]", "before[0].source[0]",
        "p2.rang, which the guide does not say", "a statement of the guide", "p2.ring",
    ),
    "citation-of-a-page-without-statements": CheckSlip(
        D, "source: [p7]", "source: [¶p5]", "choices[0].rules[0].source[0]",
        "p5, which the guide does not say", "a page that has one",
    ),
    "citation-of-nothing-in-a-topic": CheckSlip(
        "topics/01-all.yaml", "[p4.less]", "[p4.less, ¶p4.more]", "lines[1].source[1]", "p4.more",
        "a statement in statements.yaml",
    ),
    "citation-of-nothing-in-a-property": CheckSlip(
        "properties.yaml", "source: [p2]", "source: [¶p2.rang]", "properties[0].source[0]",
        "p2.rang, which the guide does not say", "a statement of the guide", "p2.ring",
    ),
    "citation-of-nothing-in-a-contact": CheckSlip(
        CONTACTS, "source: [p2.ring]", "source: [¶p2.rang]", "contacts[0].source[0]",
        "p2.rang, which the guide does not say", "a statement of the guide", "p2.ring",
    ),
    # Contacts and notices.
    "notice-on-nobody": CheckSlip(
        S, "contacts: [luton-mash]", "contacts: [¶luton-mesh]",
        "notices[0].bears_on[2].contacts[0]", "'luton-mesh'",
        "the id or the role of a contact", "luton-mash",
    ),
    "notice-without-status": CheckSlip(
        S, "status: {text: confirmed}", "¶status: {}", "notices[0].status", "an empty mapping",
        "what of it is confirmed or reported",
    ),
    "notices-that-are-none": CheckSlip(
        S, CHECKED_PACK[S], "¶notices: []\n", "notices", "an empty list", "at least one entry",
    ),
    # Files beside.
    "case-with-an-unknown-answer": CheckSlip(
        "cases/cases.yaml", "{danger: yes}", "{¶danger: Yes}", "[0].answers.danger", "'Yes'",
        "one of yes, no", "yes",
    ),
    "property-of-an-unknown-question": CheckSlip(
        "properties.yaml", "- danger: yes", "- ¶dangr: yes", "properties[0].when[0].dangr",
        "'dangr'", "a question", "danger",
    ),
    "yaml-that-cannot-be-read": CheckSlip(
        R, CHECKED_PACK[R], "fields: [\n¶", "", "a bracket", "text or a list",
    ),
}  # fmt: skip

WARNINGS = {
    "text-that-is-hard-to-read": CheckSlip(
        O, "text: Not this.", f"¶text: {HARD}", "outcomes[2].text",
        "a text for school grade 40.4: 'Notwithstanding considerable",
        "grade 8 at most",
    ),
    "topic-that-is-hard-to-read": CheckSlip(
        "topics/01-all.yaml", "text: Share less.", f"¶text: {HARD}", "lines[1].text",
        "'Notwithstanding considerable uncertainty, practitioners ...'", "grade 8 at most",
    ),
    "sentences-nearly-the-same": CheckSlip(
        A, "text: Note it.",
        f"¶text: {NEAR.replace('of it', 'about it')} {NEAR}", "after[0].text",
        f"'{NEAR}', nearly the same as 'Write down at once what you know about it.' in the same",
        "the same words, or words that plainly differ",
    ),
    "contact-never-checked": CheckSlip(
        CONTACTS, "  - id: bedford-desk\n" + CHECKED_PACK[CONTACTS].partition("bedford-desk\n")[2],
        "  - ¶id: bedford-desk\n" + CHECKED_PACK[CONTACTS].partition("bedford-desk\n")[2].replace(
            "result: agrees, says: It is the same., on: 2026-01-31",
            "result: not-checked, says: Nothing to compare with.", 1,
        ),
        "contacts[0]", "bedford-desk: phone never checked", "a check",
    ),
    "contact-checked-long-ago": CheckSlip(
        CONTACTS, "  - id: bedford-desk\n" + CHECKED_PACK[CONTACTS].partition("bedford-desk\n")[2],
        "  - ¶id: bedford-desk\n" + CHECKED_PACK[CONTACTS].partition("bedford-desk\n")[2].replace(
            "2026-01-31", "2025-01-31", 1
        ),
        "contacts[0]", "bedford-desk: phone last checked on 2025-01-31", "a check",
    ),
    "contact-checked-on-a-day-to-come": CheckSlip(
        CONTACTS, "  - id: bedford-desk\n" + CHECKED_PACK[CONTACTS].partition("bedford-desk\n")[2],
        "  - ¶id: bedford-desk\n" + CHECKED_PACK[CONTACTS].partition("bedford-desk\n")[2].replace(
            "2026-01-31", "2026-12-31", 1
        ),
        "contacts[0]", "bedford-desk: phone checked on a day to come, 2026-12-31", "a check",
    ),
}  # fmt: skip
