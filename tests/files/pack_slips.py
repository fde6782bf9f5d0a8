"""Slips that break the small pack, each with the one fault that is to be told."""

from dataclasses import dataclass

from tests.files.small_pack import SMALL_PACK

HERE = "\N{PILCROW SIGN}"
"""Stands in a changed text where the fault is to be told."""


@dataclass(frozen=True)
class Slip:
    """A change that breaks a pack, and the one fault that is to be told."""

    file: str
    right: str
    wrong: str
    path: str
    found: str
    expected: str
    suggestion: str | None = None

    def text(self) -> str:
        """The file with the slip in it, and the mark where the fault is."""
        assert SMALL_PACK[self.file].count(self.right) >= 1, self.right
        return SMALL_PACK[self.file].replace(self.right, self.wrong, 1)

    def place(self) -> tuple[int, int]:
        """Line and column of the mark."""
        before, mark, _ = self.text().partition(HERE)
        assert mark
        return before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1


Q, O, D, A, R, S, P, T = (  # noqa: E741 - one letter for each file keeps the table readable
    *("questions.yaml", "outcomes.yaml", "decision.yaml", "actions.yaml"),
    *("record.yaml", "since.yaml", "pack.yaml", "sayings.yaml"),
)
OUTCOMES = "one of emergency, share-with-consent, do-not-share"
YES_NO = "one of yes, no"
SERIOUS = "- id: serious\n    says: It is serious.\n    when:\n"
SERIOUS_HERE = SERIOUS.replace("id", HERE + "id", 1)
CIRCLE = "facts and choices that do not rest on themselves"
CITATION = "a page or statement of the guide"

SLIPS = {
    # Lists and keys of files.
    "list-of-another-name": Slip(
        D, "rules:\n  - id: danger-now", "¶rulez:\n  - id: danger-now", "rulez",
        "the unknown key rulez", "one of facts, choices, rules", "rules",
    ),
    "list-too-many": Slip(D, "facts:\n", "¶x: y\nfacts:\n", "x", "the unknown key x", "facts"),
    "list-missing": Slip(
        O, SMALL_PACK[O], "¶" + SMALL_PACK[O].partition("advice_from:")[0], "advice_from",
        "nothing", "the key advice_from",
    ),
    "list-empty": Slip(
        S, SMALL_PACK[S], "¶notices: []\n", "notices", "an empty list", "at least one entry"
    ),
    "list-of-no-entries": Slip(
        S, SMALL_PACK[S], "¶notices: none\n", "notices", "'none'", "a list with at least one entry"
    ),
    "file-that-is-a-list": Slip(S, SMALL_PACK[S], "¶- a\n", "", "a list", "keys with values"),
    "pack-without-version": Slip(
        P, 'pack:\n  id: small\n  version: "1"\n', "¶pack:\n  id: small\n", "pack.version",
        "nothing", "the key version",
    ),
    "pack-of-another-name": Slip(P, "pack:", "¶pak:", "pak", "the unknown key pak", "pack", "pack"),
    "pack-that-is-a-word": Slip(P, SMALL_PACK[P], "¶pack: small\n", "pack", "'small'", "keys with"),
    "version-that-is-a-list": Slip(
        P, 'version: "1"', "¶version: [1]", "pack.version", "a list", "text"
    ),
    # Keys and kinds of entries.
    "entry-that-is-a-word": Slip(
        D, "rules:\n  - id: danger-now", "rules:\n  - ¶first\n  - id: danger-now", "rules[0]",
        "'first'", "keys with values",
    ),
    "misspelt-key": Slip(
        D, "says: It is serious.", "¶sais: It is serious.", "facts[0].sais",
        "the unknown key sais", "one of id, says, when, source", "says",
    ),
    "key-missing": Slip(
        D, "- id: serious\n    says: It is serious.\n", "- ¶id: serious\n", "facts[0].says",
        "nothing", "the key says",
    ),
    "condition-missing": Slip(
        D, "- id: danger-now\n    when:\n      - danger: yes\n", "- ¶id: danger-now\n",
        "rules[0].when", "nothing", "the key when",
    ),
    "condition-empty": Slip(
        D, "when:\n      - danger: yes\n", "¶when: []\n", "rules[0].when", "an empty list",
        "a list of at least one line",
    ),
    "condition-of-a-choice": Slip(
        D, "says: Who is asked?", "says: Who?\n    ¶when: [{danger: yes}]", "choices[0].when",
        "the unknown key when", "one of id, says, rules",
    ),
    "rows-missing": Slip(
        D, "    rules:\n      - id: weighs-for", "    ¶ruls:\n      - id: weighs-for",
        "choices[1].ruls", "the unknown key ruls", "one of id, says, rules", "rules",
    ),
    "rows-empty": Slip(
        D, "choices:\n", "choices:\n  - id: none\n    says: Nothing.\n    ¶rules: []\n",
        "choices[0].rules", "an empty list", "at least one rule",
    ),
    "rows-that-are-a-word": Slip(
        D, "choices:\n", "choices:\n  - id: none\n    says: Nothing.\n    ¶rules: none\n",
        "choices[0].rules", "'none'", "a list",
    ),
    "value-misspelt-as-key": Slip(
        D, "        value: child\n", "        ¶valu: child\n", "choices[0].rules[0].valu",
        "the unknown key valu", "value", "value",
    ),
    "kind-unknown": Slip(
        Q, "kind: many", "¶kind: multiple", "questions[1].kind", "'multiple'", "one of one, many"
    ),
    "kind-that-is-a-list": Slip(
        Q, "kind: many", "¶kind: [many]", "questions[1].kind", "a list", "one of one, many"
    ),
    "kind-missing": Slip(
        Q, "- id: danger\n    kind: one\n", "- ¶id: danger\n", "questions[0].kind", "nothing",
        "the key kind",
    ),
    "option-without-id": Slip(
        Q, '- {id: yes, label: "Yes"}', '- ¶{label: "Yes"}', "questions[0].options[0].id",
        "nothing", "the key id",
    ),
    "option-that-is-a-word": Slip(
        Q, '- {id: yes, label: "Yes"}', "- ¶yes", "questions[0].options[0]", "'yes'", "keys with"
    ),
    "option-with-misspelt-key": Slip(
        Q, "label: Harm}", "¶labl: Harm}", "questions[1].options[0].labl", "the unknown key labl",
        "one of id, label, help", "label",
    ),
    "options-empty": Slip(
        Q, "    options:\n      - {id: yes, label: \"Yes\"}\n      - {id: no, label: \"No\"}\n",
        "    ¶options: []\n", "questions[0].options", "an empty list", "at least one option",
    ),
    "example-with-misspelt-key": Slip(
        Q, "{sector: School", "{¶sektor: School", "questions[0].examples[0].sektor",
        "the unknown key sektor", "one of sector, text", "sector",
    ),
    "phase-in-an-action": Slip(
        A, "- id: ring\n", "- id: ring\n    ¶phase: with\n", "before[0].phase",
        "the unknown key phase", "no such key, as the list it stands in, before, says that",
    ),
    "phase-misspelt-in-an-action": Slip(
        A, "- id: ring\n", "- id: ring\n    ¶phas: with\n", "before[0].phas",
        "the unknown key phas", "one of id, text, source, when, advice_from",
    ),
    "yes-with-a-capital": Slip(
        R, "required: yes", "¶required: Yes", "fields[0].required", "'Yes'", YES_NO, "yes"
    ),
    "not-sure-with-true": Slip(
        D, "not_sure_counts_as: yes", "¶not_sure_counts_as: true", "facts[1].not_sure_counts_as",
        "'true'", YES_NO, "yes",
    ),
    "status-that-is-a-word": Slip(
        S, "status: {text: confirmed}", "¶status: confirmed", "notices[0].status", "'confirmed'",
        "keys with values",
    ),
    "status-of-a-list": Slip(
        S, "{text: confirmed}", "{¶text: [confirmed]}", "notices[0].status.text", "a list", "text"
    ),
    "place-that-is-a-word": Slip(
        S, "concern: [harm]", "¶concern: harm", "notices[0].bears_on[0].concern", "'harm'", "a list"
    ),
    # Ids.
    "rule-id-again": Slip(
        D, "id: agreed", "¶id: danger-now", "rules[1].id",
        "'danger-now', which is the id on line 48 too", "an id of its own",
    ),
    "row-id-again-in-another-choice": Slip(
        D, "id: weighs-for", "¶id: child-first", "choices[1].rules[0].id", "'child-first'",
        "an id of its own",
    ),
    "action-id-again-in-another-list": Slip(
        A, "id: note", "¶id: ring", "after[0].id", "'ring'", "an id of its own"
    ),
    "option-id-again": Slip(
        Q, "{id: welfare, label: Welfare, help: Less than harm.}\n      - {id: none,",
        "{id: none, label: N}\n      - {id: welfare, label: W}\n      - {¶id: none,",
        "questions[1].options[3].id", "'none', which is the id on line", "an id of its own",
    ),
    "choice-named-as-a-question": Slip(
        D, "choices:\n",
        "choices:\n  - ¶id: danger\n    says: x\n    rules:\n      - id: x\n"
        "        when: [{fact: open}]\n        value: x\n        because: x\n"
        "        source: [p1]\n",
        "choices[0].id", "'danger', the id of a question", "an id of its own",
    ),
    "id-with-a-space": Slip(
        D, "id: danger-now", "¶id: danger now", "rules[0].id", "'danger now'", "small letters"
    ),
    "id-with-capitals": Slip(A, "id: ring", "¶id: Ring", "before[0].id", "'Ring'", "small letters"),
    "id-that-is-a-list": Slip(A, "id: ring", "¶id: [ring]", "before[0].id", "a list", "text"),
    "field-of-no-record": Slip(
        R, "id: case_ref", "¶id: case_reff", "fields[0].id", "'case_reff'", "one of case_ref, area",
        "case_ref",
    ),
    # Words of conditions.
    "undeclared-question": Slip(
        D, "- danger: yes\n", "- ¶dangr: yes\n", "rules[0].when[0].dangr", "'dangr'", "a question",
        "danger",
    ),
    "undeclared-option": Slip(
        D, "- danger: yes\n", "- ¶danger: Yes\n", "rules[0].when[0].danger", "'Yes'", YES_NO, "yes"
    ),
    "undeclared-option-in-a-list": Slip(
        D, "[refused, not-asked]", "[refused, ¶not-askd]", "rules[2].when[0].consent[1]",
        "'not-askd'", "one of given, refused, not-asked", "not-asked",
    ),
    "undeclared-fact": Slip(
        D, "- fact: serious", "- ¶fact: serius", "facts[1].when[0].any[1].fact", "'serius'",
        "a named fact: serious, open", "serious",
    ),
    "undeclared-value-of-a-choice": Slip(
        D, "[child, parent]", "[child, ¶parents]", "rules[1].when[1].whose_consent[1]", "'parents'",
        "one of child, parent", "parent",
    ),
    "not-of-a-fact-that-is-silent-on-not-sure": Slip(
        D, "- not: open", "- ¶not: serious", "choices[1].rules[0].when[0].not",
        "not serious, a fact that does not say", "not_sure_counts_as: yes or no",
    ),
    "empty-any": Slip(
        D, "- fact: serious\n", "- fact: serious\n          - ¶any: []\n",
        "facts[1].when[0].any[2].any", "an empty list", "a list of at least one line",
    ),
    "outcome-in-a-rule": Slip(
        D, "- danger: yes\n", "- ¶outcome: emergency\n", "rules[0].when[0].outcome", "'outcome'",
        "no outcome yet",
    ),
    "undeclared-outcome-in-an-action": Slip(
        A, "[emergency, share-with-consent, do-not-share]", "[emergency, ¶share-with-consnt]",
        "after[0].when[0].outcome[1]", "'share-with-consnt'", OUTCOMES, "share-with-consent",
    ),
    "undeclared-option-in-a-follow-up": Slip(
        A, "- question: concern\n    when:\n      - outcome: emergency",
        "- question: concern\n    when:\n      - ¶outcome: emergncy",
        "follow_ups[0].when[0].outcome", "'emergncy'", OUTCOMES, "emergency",
    ),
    "undeclared-option-in-the-record": Slip(
        R, "[do-not-share]", "[¶do-not-shar]", "fields[1].when[0].outcome[0]", "'do-not-shar'",
        OUTCOMES, "do-not-share",
    ),
    # References.
    "undeclared-outcome": Slip(
        D, "outcome: emergency", "¶outcome: emergancy", "rules[0].outcome", "'emergancy'", OUTCOMES,
        "emergency",
    ),
    "undeclared-choice": Slip(
        D, "choose: weigh", "¶choose: weight", "rules[2].choose", "'weight'",
        "one of whose_consent, weigh", "weigh",
    ),
    "choice-of-no-outcome": Slip(
        D, "value: do-not-share", "¶value: do-not-shar", "choices[1].rules[1].value",
        "'do-not-shar'", OUTCOMES, "do-not-share",
    ),
    "outcome-and-choose": Slip(
        D, "  - id: danger-now\n", "  - ¶id: danger-now\n    choose: weigh\n", "rules[0]",
        "both outcome and choose", "one of the two",
    ),
    "neither-outcome-nor-choose": Slip(
        D, "- id: otherwise\n    when:\n      - consent: [refused, not-asked]\n    choose: weigh\n",
        "- ¶id: otherwise\n    when:\n      - consent: [refused, not-asked]\n", "rules[2]",
        "neither outcome nor choose", "one of the two",
    ),
    "undeclared-adviser": Slip(
        D, "advice_from: [line-manager]\nrules", "advice_from: [¶line-manger]\nrules",
        "choices[1].rules[1].advice_from[0]", "'line-manger'", "line-manager", "line-manager",
    ),
    "undeclared-adviser-of-an-action": Slip(
        A, "[line-manager]", "[¶manager]", "after[0].advice_from[0]", "'manager'", "line-manager",
        "line-manager",
    ),
    "undeclared-decision": Slip(
        O, "agrees_with: [not-share]", "agrees_with: [¶not-shared]", "outcomes[2].agrees_with[0]",
        "'not-shared'", "one of share, not-share", "not-share",
    ),
    "undeclared-role-of-a-contact": Slip(
        O, "[police-emergency,", "[¶police-emergancy,", "outcomes[0].contacts[0]",
        "'police-emergancy'", "one of front-door", "police-emergency",
    ),
    "undeclared-choice-of-consent": Slip(
        O, "consent_from: whose_consent", "¶consent_from: who_consents", "outcomes[1].consent_from",
        "'who_consents'", "one of whose_consent, weigh", "whose_consent",
    ),
    "consent-of-nobody": Slip(
        O, "{id: parent,", "{¶id: parents,", "consent_from[1].id", "'parents'",
        "one of child, parent", "parent",
    ),
    "undeclared-question-of-a-follow-up": Slip(
        A, "question: concern", "¶question: concerns", "follow_ups[0].question", "'concerns'",
        "one of danger, consent, concern", "concern",
    ),
    "about-something-undeclared": Slip(
        Q, "[whose_consent, concern]", "[whose_consent, ¶concrn]", "questions[2].about[1]",
        "'concrn'", "whose_consent", "concern",
    ),
    "field-about-something-undeclared": Slip(
        R, "    ask: Why?\n", "    ask: Why?\n    about: [consent, outcome, ¶desicion]\n",
        "fields[1].about[2]", "'desicion'", "whose_consent, weigh, outcome, decision", "decision",
    ),
    "answer-about-the-outcome": Slip(
        Q, "[whose_consent, concern]", "[whose_consent, ¶outcome]", "questions[2].about[1]",
        "'outcome'", "one of danger",
    ),
    "alone-that-is-no-option": Slip(
        Q, "alone: [none]", "alone: [¶nobody]", "questions[1].alone[0]", "'nobody'",
        "one of harm, welfare, none",
    ),
    "alone-in-a-question-of-one": Slip(
        Q, "about: [whose_consent", "¶alone: [given]\n    about: [whose_consent",
        "questions[2].alone", "alone", "this key only where kind is many",
    ),
    "notice-on-an-undeclared-option": Slip(
        S, "concern: [harm]", "concern: [¶harms]", "notices[0].bears_on[0].concern[0]", "'harms'",
        "one of harm, welfare, none", "harm",
    ),
    "notice-on-an-undeclared-outcome": Slip(
        S, "[emergency]", "[¶emergence]", "notices[0].bears_on[0].outcomes[0]", "'emergence'",
        OUTCOMES, "emergency",
    ),
    "notice-on-an-undeclared-question": Slip(
        S, "questions: [concern]", "questions: [¶concrn]", "notices[0].bears_on[1].questions[0]",
        "'concrn'", "one of danger, consent, concern", "concern",
    ),
    "notice-of-an-unknown-status": Slip(
        S, "{text: confirmed}", "{¶text: confirmd}", "notices[0].status.text", "confirmd",
        "one of confirmed, reported, unconfirmed", "confirmed",
    ),
    "notice-on-something-unknown": Slip(
        S, "questions: [concern]", "¶question: [concern]", "notices[0].bears_on[1].question",
        "the unknown key question", "one of concern", "questions",
    ),
    "notice-on-a-topic-that-is-not-there": Slip(
        S, "contacts: [luton-mash]", "topics: [¶consents]", "notices[0].bears_on[2].topics[0]",
        "consents", "a topic of this pack",
    ),
    "notice-on-nothing": Slip(
        S, "bears_on:\n      - concern: [harm]\n        outcomes: [emergency]\n"
        "      - questions: [concern]\n      - contacts: [luton-mash]\n", "¶bears_on: []\n",
        "notices[0].bears_on", "an empty list", "at least one entry",
    ),
    # Citations.
    "citation-missing": Slip(
        D, "- id: otherwise\n    when:\n      - consent: [refused, not-asked]\n    choose: weigh\n"
        "    because: It is weighed.\n    source: [p9]\n",
        "- ¶id: otherwise\n    when:\n      - consent: [refused, not-asked]\n    choose: weigh\n"
        "    because: It is weighed.\n", "rules[2].source", "nothing", "the key source",
    ),
    "citation-empty": Slip(
        A, "source: [p2]", "¶source: []", "before[0].source", "an empty list",
        "at least one citation, such as p6",
    ),
    "citation-that-is-a-word": Slip(
        A, "source: [p2]", "¶source: page 2", "before[0].source", "'page 2'", "a list"
    ),
    "citation-in-words": Slip(
        A, "source: [p2]", "source: [¶page 2]", "before[0].source[0]", "'page 2'", CITATION
    ),
    "citation-of-page-0": Slip(
        A, "source: [p2]", "source: [¶p0]", "before[0].source[0]", "'p0'", CITATION
    ),
    "citation-with-capitals": Slip(
        A, "source: [p2]", "source: [¶p2.Ring]", "before[0].source[0]", "'p2.Ring'", CITATION
    ),
    "citation-of-a-list": Slip(
        A, "source: [p2]", "source: [¶[p2]]", "before[0].source[0]", "a list", "text"
    ),
    "citation-of-a-row": Slip(
        D, "source: [p7]", "source: [¶p7.]", "choices[0].rules[0].source[0]", "'p7.'", CITATION
    ),
    # Words to somebody.
    "saying-to-nobody": Slip(
        T, "to: requester", "¶to: nobody", "sayings[2].to", "'nobody'",
        "one of emergency-services, recipient, social-care",
    ),
    "saying-of-an-unknown-form": Slip(
        T, "form: silence", "¶form: hush", "sayings[3].form", "'hush'",
        "one of words, care, silence",
    ),
    "field-without-words-for-none": Slip(
        T, "text: You may know {information}\n    fields: {information: \"[what]\"}\n",
        "¶text: You may know {information}\n", "sayings[1].text", "{information}",
        "information under fields",
    ),
    "field-that-is-not-said": Slip(
        T, "{information: \"[what]\"}", "{information: \"[what]\", ¶purpose: why}",
        "sayings[1].fields.purpose", "'purpose'", "a field that stands in the text, as {purpose}",
    ),
    "field-for-somebody-else": Slip(
        T, "text: That cannot be done.", "text: That is {reason}\n    fields: {¶reason: x}",
        "sayings[2].fields.reason", "'reason', which is not for this listener (requester)",
        "no field of the record",
    ),
    "field-that-is-near-another": Slip(
        T, "{information}\n    fields: {information:",
        "{informations}\n    fields: {¶informations:",
        "sayings[1].fields.informations",
        "'informations', which is not for this listener (recipient)",
        "one of role, agency, purpose, information, review_on", "information",
    ),
    "field-of-care": Slip(
        T, "    text: You may know {information}\n    fields:",
        "    form: care\n    text: You may know {information}\n    ¶fields:",
        "sayings[1].fields", "fields where the form is care", "only where there are words",
    ),
    "brace-by-itself": Slip(
        T, "text: Somebody is", "¶text: Somebody {Ann} is", "sayings[0].text",
        "a brace by itself", "braces only around the id of a record field",
    ),
    "saying-id-again": Slip(
        T, "- id: share", "- ¶id: call", "sayings[1].id", "'call', which is the id on line 2",
        "an id of its own",
    ),
    # Circles.
    "fact-on-itself": Slip(
        D, SERIOUS + "      - concern: {has_any: [harm]}\n",
        SERIOUS_HERE + "      - fact: serious\n", "facts[0]",
        "serious, which rests on serious", CIRCLE,
    ),
    "facts-in-a-circle": Slip(
        D, SERIOUS + "      - concern: {has_any: [harm]}\n",
        SERIOUS_HERE + "      - all: [{danger: no}, {not: open}]\n",
        "facts[0]", "serious, which rests on open, which rests on serious", CIRCLE,
    ),
    "choice-on-itself": Slip(
        D, "- id: whose_consent\n    says: Who is asked?\n    rules:\n      - id: child-first\n"
        "        when:\n          - concern: {has_all: [welfare]}\n",
        "- ¶id: whose_consent\n    says: Who is asked?\n    rules:\n      - id: child-first\n"
        "        when:\n          - whose_consent: parent\n",
        "choices[0]", "whose_consent, which rests on whose_consent", CIRCLE,
    ),
    "fact-and-choice-in-a-circle": Slip(
        D, SERIOUS + "      - concern: {has_any: [harm]}\n",
        SERIOUS_HERE + "      - weigh: do-not-share\n",
        "facts[0]", "serious, which rests on weigh, which rests on open, which rests on serious",
        CIRCLE,
    ),
}  # fmt: skip
