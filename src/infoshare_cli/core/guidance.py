"""A rule pack as frozen values: the one model of it that the program has.

`files.load_guidance` builds these from YAML and refuses a pack with any fault, so
whatever holds a `Guidance` may rely on every id in it being declared.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, Literal

from infoshare_cli.core.conditions import All, Any, Comes, Condition, Fails, Holds

if TYPE_CHECKING:
    from infoshare_cli.core.positions import Positions

OUTCOME, DECISION = "outcome", "decision"
"""What a field of the record may be about beside questions and choices: what the rules come to,
and what the practitioner decides."""
NOTHING_ELSE: Mapping[str, str] = MappingProxyType({"extra": "forbid"})
"""For the readers of YAML: a key that a shape does not have is a fault."""

Kind = Literal["one", "many"]
Phase = Literal["before", "with", "after"]
YesNo = Literal["yes", "no"]
Duty = Literal["record"]
"""What an action sees to that no outcome may come without: to write the decision down."""
Audience = Literal[
    "emergency-services",
    "recipient",
    "social-care",
    "requester",
    "consenter",
    "adviser",
    "teller",
    "person",
    "family",
]
"""Who hears a saying. Closed, because for each of them it is laid down which words of the record
they may hear: see `core.sayings.MAY_HEAR`."""
Form = Literal["words", "care", "silence"]
"""Words to read out or paste; care to take while telling; or silence, for what is kept back."""
Citation = str
"""A statement of the guide ('p6.informed') or a page of it ('p6')."""


def page_of(citation: Citation) -> int:
    """The page of the guide that a citation rests on."""
    return int(citation.partition(".")[0].removeprefix("p"))


def pages_in_words(pages: Iterable[int]) -> str:
    """'page 6', or 'pages 3, 6 and 9'; '' for none."""
    *others, last = [str(page) for page in sorted(set(pages))] or [""]
    if not others:
        return f"page {last}" if last else ""
    return f"pages {', '.join(others)} and {last}"


@dataclass(frozen=True)
class Example:
    """What an answer looks like in one kind of work."""

    __pydantic_config__: ClassVar = NOTHING_ELSE
    sector: str
    text: str


@dataclass(frozen=True)
class Option:
    """One answer that a question takes."""

    __pydantic_config__: ClassVar = NOTHING_ELSE
    id: str
    label: str
    help: str = ""
    """A line more, where the label alone could be read in two ways."""
    short: str = ""
    """What follows "is" or "includes" where a condition names it: 'a safeguarding body'."""


@dataclass(frozen=True)
class Question:
    """A question, its wording, and the answers that it takes."""

    __pydantic_config__: ClassVar = NOTHING_ELSE
    id: str
    kind: Kind
    """'one': exactly one option; 'many': one or more, an `alone` option by itself."""
    ask: str
    help: str
    """What does this mean?"""
    why: str
    """Why am I asked this?"""
    source: tuple[Citation, ...]
    options: tuple[Option, ...]
    examples: tuple[Example, ...] = ()
    alone: tuple[str, ...] = ()
    """Options of a 'many' question that cannot stand beside others."""
    about: tuple[str, ...] = ()
    """The questions and choices that the answer was given about."""
    short: str = ""
    """What a condition calls it: 'the recipient'."""


@dataclass(frozen=True)
class Label:
    """What a word of the pack (a person to ask, a decision) is called on screen."""

    __pydantic_config__: ClassVar = NOTHING_ELSE
    id: str
    label: str
    short: str = ""
    """The same where a condition names it and the label would be too long."""


@dataclass(frozen=True)
class Outcome:
    """What the guide's rules come to, for one kind of case."""

    __pydantic_config__: ClassVar = NOTHING_ELSE
    id: str
    title: str
    text: str
    source: tuple[Citation, ...]
    agrees_with: tuple[str, ...]
    """The practitioner's decisions that need no override reason."""
    contacts: tuple[str, ...]
    """Roles of contacts, the one to use first on top."""
    consent_from: str | None = None
    """The choice that says whose consent counts, where the outcome is about consent."""
    short: str = ""
    """The outcome in a few words: 'take advice'."""


@dataclass(frozen=True)
class Fact:
    """A named condition."""

    __pydantic_config__: ClassVar = NOTHING_ELSE
    id: str
    says: str
    when: Condition
    source: tuple[Citation, ...]
    not_sure_counts_as: YesNo | None = None
    """Where not-sure falls; needed before a rule may say `not` of this fact."""


@dataclass(frozen=True)
class ChoiceRule:
    """One row of a choice: when it fits, the value."""

    __pydantic_config__: ClassVar = NOTHING_ELSE
    id: str
    when: Condition
    value: str
    because: str
    source: tuple[Citation, ...]
    advice_from: tuple[str, ...] = ()


@dataclass(frozen=True)
class Choice:
    """Ordered rows; the first true one gives the value."""

    __pydantic_config__: ClassVar = NOTHING_ELSE
    id: str
    says: str
    rules: tuple[ChoiceRule, ...]
    short: str = ""
    """What a condition calls it: 'the one whose consent counts'."""


@dataclass(frozen=True)
class Rule:
    """One step of the decision; the first true one decides."""

    __pydantic_config__: ClassVar = NOTHING_ELSE
    id: str
    when: Condition
    because: str
    source: tuple[Citation, ...]
    outcome: str | None = None
    """The outcome; or, in its place, `choose`."""
    choose: str | None = None
    """The choice whose value is the outcome."""
    title: str = ""
    """The outcome's headline in this case, where its own would say too little."""
    text: str = ""
    """What the headline means in this case, where the outcome's own text would not fit."""
    advice_from: tuple[str, ...] = ()


@dataclass(frozen=True)
class Action:
    """Something to do before, with or after sharing."""

    __pydantic_config__: ClassVar = NOTHING_ELSE
    id: str
    text: str
    source: tuple[Citation, ...]
    when: Condition
    phase: Phase
    advice_from: tuple[str, ...] = ()
    duty: Duty | None = None
    """Which duty of the practitioner it speaks of, where every outcome must carry that."""


@dataclass(frozen=True)
class Saying:
    """What to say to somebody after the outcome, what to mind, or when to say nothing."""

    __pydantic_config__: ClassVar = NOTHING_ELSE
    id: str
    to: Audience
    text: str
    """Words to speak, in the first person; `{purpose}` stands for what the record says there. Of
    care and silence: what the practitioner should know."""
    source: tuple[Citation, ...]
    when: Condition
    form: Form = "words"
    fields: Mapping[str, str] = field(default_factory=dict)
    """Each record field in the text, with what stands in its place where it was left empty."""


@dataclass(frozen=True)
class FollowUp:
    """A question asked after the outcome, which only adds actions."""

    __pydantic_config__: ClassVar = NOTHING_ELSE
    question: str
    when: Condition
    unanswered: str
    """What to check first, where nobody answered."""


@dataclass(frozen=True)
class RecordField:
    """One thing that the practitioner writes down."""

    __pydantic_config__: ClassVar = NOTHING_ELSE
    id: str
    ask: str
    help: str
    source: tuple[Citation, ...]
    required: YesNo = "no"
    when: Condition | None = None
    """In which cases it is asked; None for always."""
    about: tuple[str, ...] = ()
    """The questions and choices that it was written about; beside them `outcome`, what the rules
    came to, and `decision`, what the practitioner decided."""


@dataclass(frozen=True)
class Notice:
    """Something that changed after the guide was written."""

    __pydantic_config__: ClassVar = NOTHING_ELSE
    id: str
    title: str
    text: str
    status: Mapping[str, str]
    """What of it is confirmed, reported or unconfirmed."""
    bears_on: tuple[Mapping[str, tuple[str, ...]], ...]
    """Shown where every key of one entry fits; the values of a key are alternatives."""
    origin: str
    """Where this was read, and when."""
    dates: Mapping[str, str] = field(default_factory=dict)
    unconfirmed: tuple[str, ...] = ()
    effect: str = ""
    do: str = ""


@dataclass(frozen=True)
class Pack:
    """Which pack this is, and of which guide."""

    __pydantic_config__: ClassVar = NOTHING_ELSE
    id: str
    version: str
    title: str
    guide: str
    """The guide's name and date."""
    terms: tuple[str, ...] = ()
    """Names and words of the trade, which count as one short word when reading age is measured."""


@dataclass(frozen=True)
class Guidance:
    """A whole pack, as `files.load_guidance` gives it: every id in it is declared."""

    pack: Pack
    questions: tuple[Question, ...]
    outcomes: tuple[Outcome, ...]
    decisions: tuple[Label, ...]
    consent_from: tuple[Label, ...]
    advice_from: tuple[Label, ...]
    facts: tuple[Fact, ...]
    choices: tuple[Choice, ...]
    rules: tuple[Rule, ...]
    actions: tuple[Action, ...]
    follow_ups: tuple[FollowUp, ...]
    record_fields: tuple[RecordField, ...]
    notices: tuple[Notice, ...]
    digest: str
    """'sha256:' and the hash of all of the above, wording included."""
    sayings: tuple[Saying, ...] = ()
    """In the order in which they are said. Not every pack has any."""
    proved: bool = False
    """Whether there is a receipt that exactly these rules were proved."""
    longest: int | None = None
    """The most questions that a case asks before its outcome, where that receipt says so."""

    @cached_property
    def question_by_id(self) -> Mapping[str, Question]:
        """Questions in the order of the pack."""
        return {question.id: question for question in self.questions}

    @cached_property
    def outcome_by_id(self) -> Mapping[str, Outcome]:
        """Outcomes in the order of the pack."""
        return {outcome.id: outcome for outcome in self.outcomes}

    @cached_property
    def condition_of(self) -> Mapping[str, Condition]:
        """The condition behind each named fact."""
        return {fact.id: fact.when for fact in self.facts}

    @cached_property
    def rows_of(self) -> Mapping[str, tuple[ChoiceRule, ...]]:
        """The ordered rows of each choice."""
        return {choice.id: choice.rules for choice in self.choices}

    @cached_property
    def positions(self) -> "Positions":
        """Where interviews under this pack have come so far; it grows with every new one."""
        from infoshare_cli.core.positions import Positions

        return Positions(self)

    def choices_behind(self, condition: Condition) -> tuple[str, ...]:
        """The choices that a condition asks for, also through named facts, as written."""
        match condition:
            case All(parts) | Any(parts):
                found = [self.choices_behind(part) for part in parts]
                return tuple(dict.fromkeys(choice for part in found for choice in part))
            case Holds(fact) | Fails(fact):
                return self.choices_behind(self.condition_of[fact])
            case Comes(choice, _):
                return (choice,)
        return ()
