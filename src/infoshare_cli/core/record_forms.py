"""The forms of the log: what is asked for an amendment, a follow-up, a review and a redaction.

Their words stand here and not in the pack, as they belong to the log and to no guidance: what the
rules are does not change how a consent that was withdrawn is noted.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from infoshare_cli.core.canonical import Value
from infoshare_cli.core.case import KeptWords
from infoshare_cli.core.form import AS_CHOSEN, Form, FormField, FormOption, Given
from infoshare_cli.core.record import FIELDS_OF_KIND, KEPT_WORDS

CORRECTION, WITHDRAWN, SHARED_MORE = "correction", "consent-withdrawn", "shared-more"
"""What an amendment can be for: its field `change`."""
RECEIPT, OUTCOME, TOLD, NO_LONGER = (
    "receipt-confirmed", "outcome", "person-told", "no-longer-needed",
)  # fmt: skip
"""What a follow-up can say: its field `follow_up`."""
KEEP, ERASE, HOLD, RELEASE = "keep", "erase", "hold", "release"
"""What a review can come to: its field `retention`."""

FIELD_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "case_ref": "The case number",
        "area": "Where the child lives",
        "practitioner": "Who decided",
        "role": "The role of whoever decided",
        "agency": "The organisation of whoever decided",
        "requester": "Who asked for the information",
        "recipient_name": "Who got the information",
        "purpose": "What it was for",
        "information": "What was shared",
        "withheld": "What was left out, and why",
        "decision": "What was decided",
        "reason": "The reasons",
        "override_reason": "Why it was decided otherwise than the rules say",
        "consent_record": "What was said about consent",
        "told_subject": "What the person was told",
        "not_told": "Who was not told, and why",
        "method": "How it was shared",
        "advice_taken": "Whose advice was taken",
    }
)
"""The fields of a record that a correction can be about, by their ids. The day to look at it again
is not among them: a new one has a place of its own in every amendment."""

_AUTHOR = ("practitioner", "role", "agency")
_NOT_NAMES = "Say who people are by their role, such as health visitor or her aunt. No names."
_DAY = "Write it like 2027-01-31."


def _by_whom(verb: str) -> tuple[FormField, ...]:
    return (
        FormField(
            "practitioner",
            f"Who {verb} this?",
            "Your name, or what your organisation knows you by. You may leave it out.",
            read_as="practitioner",
        ),
        FormField("role", "What is your role?", "Your job in a few words.", read_as="role"),
        FormField(
            "agency",
            "Which organisation do you work for?",
            "The organisation, and your team if it is large.",
            read_as="agency",
        ),
    )


_AMENDMENT = Form(
    name="amendment",
    title="Add to a record",
    go_on="Yes, record this",
    fields=(
        FormField(
            "change",
            "What has changed?",
            "The first record stays as it was written. What you say now is put beside it.",
            (
                FormOption(CORRECTION, "The record is wrong somewhere", "You say what is right."),
                FormOption(WITHDRAWN, "Consent was withdrawn", "Someone takes back their yes."),
                FormOption(SHARED_MORE, "More was shared", "With the same people or with others."),
            ),
            required=True,
        ),
        FormField(
            "field",
            "Which part is wrong?",
            "One part at a time. If two are wrong, do this again for the other one. If you decide "
            "something else now, that is no mistake: make a new decision that goes on from this.",
            tuple(FormOption(name, label) for name, label in FIELD_NAMES.items()),
            required=True,
            only_if={"change": (CORRECTION,)},
            about=("change",),
        ),
        FormField(
            "correction",
            "What should it say?",
            f"Write the whole of it anew, as it should have been. {_NOT_NAMES}",
            required=True,
            only_if={"change": (CORRECTION,)},
            about=("change", "field"),
            read_as=f"{AS_CHOSEN}field",
        ),
        FormField(
            "consent_record",
            "Who withdrew their consent, and how?",
            "Such as: the mother, by telephone, to me. Say what she does not want any more, if not "
            f"all of it. {_NOT_NAMES}",
            required=True,
            only_if={"change": (WITHDRAWN,)},
            about=("change",),
        ),
        FormField(
            "recipient_name",
            "Who got it?",
            "A role or team and its organisation is best.",
            only_if={"change": (SHARED_MORE,)},
            about=("change",),
            read_as="recipient_name",
        ),
        FormField(
            "information",
            "What more was shared?",
            "An outline, not the whole of it: what kind of facts, and where they are kept.",
            required=True,
            only_if={"change": (SHARED_MORE,)},
            about=("change",),
        ),
        FormField(
            "method",
            "How was it shared?",
            "Such as secure e-mail, telephone or a meeting.",
            only_if={"change": (SHARED_MORE,)},
            about=("change",),
        ),
        FormField(
            "happened_on",
            "On which day was this?",
            _DAY,
            is_day=True,
            has_been=True,
            only_if={"change": (WITHDRAWN, SHARED_MORE)},
            about=("change",),
        ),
        FormField(
            "reason",
            "What are the reasons?",
            "For a mistake: how you know. For consent: what was said, and what you do now. For "
            "more that was shared: why it was needed, and whose consent you had or why you went "
            f"without. {_NOT_NAMES}",
            required=True,
            about=("change", "field"),
        ),
        FormField(
            "review_on",
            "When should somebody look at this again?",
            f"Leave it out if the day that was set still stands. {_DAY}",
            is_day=True,
        ),
        *_by_whom("writes"),
    ),
)

_FOLLOW_UP = Form(
    name="follow-up",
    title="Say what came of it",
    go_on="Yes, record this",
    fields=(
        FormField(
            "follow_up",
            "What do you want to note?",
            "",
            (
                FormOption(RECEIPT, "They have got it", "Whoever was to get it says so."),
                FormOption(OUTCOME, "What came of it", "What was done, or not done, after it."),
                FormOption(TOLD, "The person was told", "That you share, or have shared."),
                FormOption(
                    NO_LONGER,
                    "It is not needed any more",
                    "Nothing more is waited for: no receipt, no answer about consent.",
                ),
            ),
            required=True,
        ),
        FormField(
            "confirmed_by",
            "Who said that they have got it?",
            "Their role and organisation is best.",
            only_if={"follow_up": (RECEIPT,)},
            about=("follow_up",),
            read_as="recipient_name",
        ),
        FormField(
            "happened_on",
            "On which day was this?",
            _DAY,
            is_day=True,
            has_been=True,
            about=("follow_up",),
        ),
        FormField(
            "details",
            "What is there to say of it?",
            "A sentence or two. If a person was told: who, what and how. If nothing is needed any "
            f"more: why. {_NOT_NAMES}",
            required_if={"follow_up": (OUTCOME, TOLD, NO_LONGER)},
            about=("follow_up",),
        ),
        *_by_whom("writes"),
    ),
)

_REVIEW = Form(
    name="review",
    title="Is this still to be kept?",
    go_on="Yes, record this",
    fields=(
        FormField(
            "retention",
            "What is to be done with this record?",
            "Your organisation's rules say how long records are kept. Ask whoever looks after "
            "them if you are not sure.",
            (
                FormOption(KEEP, "Keep it", "You say until when."),
                FormOption(ERASE, "Erase it", "This only says so. A command of its own does it."),
                FormOption(
                    HOLD,
                    "Put a hold on it",
                    "Nothing of it may be erased: a court, an inquiry or a complaint needs it.",
                ),
                FormOption(RELEASE, "Release a hold", "It is not needed any more."),
            ),
            required=True,
        ),
        FormField(
            "reason",
            "What are the reasons?",
            f"A sentence or two. {_NOT_NAMES}",
            required=True,
            about=("retention",),
        ),
        FormField(
            "authority",
            "Who or what says so?",
            "Such as a court and its order, the retention schedule, or the information governance "
            "lead.",
            required_if={"retention": (HOLD,)},
            about=("retention",),
            read_as="agency",
        ),
        FormField(
            "review_on",
            "When should somebody look at this again?",
            _DAY,
            required_if={"retention": (KEEP,)},
            is_day=True,
            only_if={"retention": (KEEP, HOLD)},
            about=("retention",),
        ),
        *_by_whom("decides"),
    ),
)

_REDACTION = Form(
    name="redaction",
    title="Erase words for good",
    go_on="Yes, go on",
    fields=(
        FormField(
            "reason",
            "Why are these words erased?",
            "",
            (
                FormOption("retention", "They were kept long enough", "Retention has ended."),
                FormOption("court", "A court orders it"),
                FormOption("error", "They should never have been written here"),
                FormOption("request", "A person asked for it", "And has a right to it."),
            ),
            required=True,
        ),
        FormField(
            "authority",
            "On whose authority?",
            "Such as the retention schedule, a court order, or the data protection officer.",
            about=("reason",),
            read_as="agency",
        ),
        FormField(
            "details",
            "Is there more to say of it?",
            f"Never the words that are to go. {_NOT_NAMES}",
            about=("reason",),
        ),
        *_by_whom("erases"),
    ),
)

FORMS: Mapping[str, Form] = MappingProxyType(
    {form.name: form for form in (_AMENDMENT, _FOLLOW_UP, _REVIEW, _REDACTION)}
)
"""The forms by their names."""


def kind_of(form: Form, given: Given) -> str:
    """The kind of record that a form makes: a review may turn out a hold or a release."""
    chosen = given.get("retention", "") if form.name == "review" else ""
    return chosen if chosen in {HOLD, RELEASE} else form.name


def names_no_author(given: Given) -> bool:
    """Whether nothing was said of who makes the record."""
    return not any(given.get(name) for name in _AUTHOR)


def fields_for(kind: str, given: Given, kept_words: Iterable[KeptWords]) -> dict[str, Value]:
    """The fixed fields of a kind of record, null where nothing was given."""
    fields: dict[str, Value] = {name: given.get(name) or None for name in FIELDS_OF_KIND[kind]}
    kept: list[Value] = [
        {"field": each.field, "kind": each.kind, "reason": each.reason}
        for each in kept_words
        if fields.get(each.field)
    ]
    return {**fields, KEPT_WORDS: kept or None}
