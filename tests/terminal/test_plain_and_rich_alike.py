"""The drawn prompts say and take what the plain ones do, at every question in every situation.

Every edge of the merged walk over the shipped pack is asked by both, and so is every answer to
what is asked after the outcome; questions that read the same are asked once.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from io import StringIO
from itertools import chain

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from infoshare_cli.cli.asking import Asking
from infoshare_cli.core.cases.futures import Futures
from infoshare_cli.core.cases.pack_walk import walk_pack
from infoshare_cli.core.evaluation import Answers
from infoshare_cli.core.interview import after, stand
from infoshare_cli.terminal.page import Block, Screen
from infoshare_cli.terminal.plain_prompts import PlainPrompts
from infoshare_cli.terminal.prompts import Prompt, Prompts, TookWay, Way
from infoshare_cli.terminal.rich_prompts import RichPrompts
from tests.shipped import shipped_pack

ENTER, DOWN, UP, SPACE = "\r", "\x1b[B", "\x1b[A", " "
LEAVING = (Way.SAVE, Way.QUIT)
_PLAIN_END = re.compile(r" Type one (or more )?numbers? from 1 to \d+.*?Your answer:")
"""What the plain prompts say of how to answer."""
_RICH_KEYS = re.compile(
    r" The arrow keys move,.*?Your answers?: +(Move to your answer with the arrow keys)?"
)
"""What the drawn ones say of it."""


@dataclass(frozen=True)
class Edge:
    """A question in a situation, and an answer to it."""

    prompt: Prompt
    answer: tuple[str, ...]


class Heard(Exception):
    """A prompt was put to somebody who only listens."""


class Listening:
    """Prompts that answer nothing; they keep what they were asked."""

    prompt: Prompt

    def choose_one(self, prompt: Prompt) -> str:
        """Listen."""
        self.prompt = prompt
        raise Heard

    def choose_many(self, prompt: Prompt) -> tuple[str, ...]:
        """Listen."""
        self.prompt = prompt
        raise Heard

    def write_text(self, prompt: Prompt, *, required: bool) -> str:
        """Not asked here."""
        raise NotImplementedError

    def show(self, page: Sequence[Block]) -> None:
        """Not used here."""
        raise NotImplementedError

    def clear(self) -> None:
        """Not used here."""
        raise NotImplementedError


class Written(DummyOutput):
    """A terminal high enough for any list, which keeps the words that are drawn on it."""

    def __init__(self, kept: StringIO) -> None:
        self.kept = kept

    def write(self, data: str) -> None:
        """Keep it."""
        self.kept.write(data)

    def get_size(self) -> Size:
        """Lines and columns."""
        return Size(rows=200, columns=200)


def positions() -> Iterator[tuple[Answers, str, tuple[tuple[str, ...], ...]]]:
    """Each situation with its question and the answers to try."""
    guidance = shipped_pack()
    for node in walk_pack(guidance).nodes:
        if node.asks is not None:
            yield node.answers, node.asks, tuple(each.answer.answer for each in node.branches)
            continue
        known = dict(node.answers)
        while to_come := after(guidance, known, stand(guidance, known)).open:
            question = guidance.question_by_id[to_come[0].question]
            answers = tuple((option.id,) for option in question.options)
            yield dict(known), question.id, answers
            known[question.id] = answers[0]


@cache
def edges() -> tuple[Edge, ...]:
    """All that there are to ask, without those that would read the same."""
    listening = Listening()
    asking = Asking(shipped_pack(), listening, LEAVING, futures=Futures(shipped_pack()))
    found: dict[tuple[Prompt, tuple[str, ...]], Edge] = {}
    for known, name, answers in positions():
        with pytest.raises(Heard):
            asking.ask(known, name)
        prompt = listening.prompt
        for answer in answers:
            # Where it stands in the interview is one line, which both take as it is.
            same = replace(prompt, tellings=(), position="")
            found.setdefault((same, answer), Edge(prompt, answer))
    return tuple(found.values())


def in_plain(prompt: Prompt, lines: str, *, many: bool) -> tuple[object, str]:
    """What the plain prompts take from these lines, and all that they say."""
    out = StringIO()
    prompts = PlainPrompts(StringIO(lines), Screen(out, plain=True, width=200))
    return _taken(prompts, prompt, many=many), _words(re.sub(r"(?m)^\d+\. ", "", out.getvalue()))


def in_lists(prompt: Prompt, keys: str, *, many: bool) -> tuple[object, str]:
    """What the drawn prompts take from these keys, and all that they say and draw."""
    out = StringIO()
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        # Ctrl-D at the end, so that a question asked once too often does not wait for ever.
        pipe.send_text(keys + "\x04")
        prompts = RichPrompts(StringIO(), Screen(out, plain=False, width=200), Written(out))
        return _taken(prompts, prompt, many=many), _words(re.sub("[»●○]", "", out.getvalue()))


def _taken(prompts: Prompts, prompt: Prompt, *, many: bool) -> object:
    try:
        return prompts.choose_many(prompt) if many else (prompts.choose_one(prompt),)
    except TookWay as took:
        return took.way


def _words(shown: str) -> str:
    return " ".join(shown.split())


def is_many(edge: Edge) -> bool:
    """Whether several answers can be chosen."""
    asked = {each.ask: each.kind for each in shipped_pack().questions}
    return asked[edge.prompt.ask] == "many"


def places(edge: Edge) -> list[int]:
    """Where the answer stands among the choices, from 1."""
    ids = [choice.id for choice in edge.prompt.choices]
    return [ids.index(each) + 1 for each in edge.answer]


def keys_for(edge: Edge) -> str:
    """The keys that choose the answer in a list."""
    if not is_many(edge):
        return DOWN * places(edge)[0] + ENTER
    ticks = chain.from_iterable(
        DOWN * (place - before) + SPACE
        for before, place in zip([1, *places(edge)], places(edge), strict=False)
    )
    return "".join(ticks) + ENTER


@pytest.mark.thorough
def test_every_edge_of_the_walk_reads_and_answers_alike() -> None:
    """Question for question (asked, help, page, choices, in this order), answer for answer."""
    assert len(edges()) > 100
    for edge in edges():
        many = is_many(edge)
        numbers = ",".join(map(str, places(edge)))
        plain, said = in_plain(edge.prompt, f"{numbers}\n", many=many)
        rich, drawn = in_lists(edge.prompt, keys_for(edge), many=many)
        assert plain == rich == edge.answer
        asked = _PLAIN_END.split(said, maxsplit=1)[0]
        before, keys, listed = _halves(drawn)
        assert keys
        for label in ("Go back to the question before", "Help, and ways to leave"):
            listed = listed.split(f" {label} ", maxsplit=1)[0]
        assert f"{before} {listed}" == asked


def _halves(drawn: str) -> tuple[str, bool, str]:
    found = _RICH_KEYS.search(drawn)
    return (
        (drawn[: found.start()], True, drawn[found.end() :].strip())
        if found
        else (drawn, False, "")
    )


def one_of_each() -> tuple[Edge, ...]:
    """One edge for each question of the pack."""
    return tuple({edge.prompt.ask: edge for edge in edges()}.values())


def one_of_each_kind() -> tuple[Edge, ...]:
    """An edge of a question with one answer, and of one with many."""
    return tuple({is_many(edge): edge for edge in one_of_each()}.values())


@pytest.mark.thorough
def test_everything_that_is_told_reads_alike() -> None:
    """What it means, why it is asked, what is possible, what was answered: by word or by row."""
    assert len(one_of_each()) == len(shipped_pack().questions)
    for asked, edge in enumerate(one_of_each()):
        # One kind of telling after the other, from question to question.
        row = asked % len(edge.prompt.tellings)
        telling, many = edge.prompt.tellings[row], is_many(edge)
        first = replace(edge, answer=edge.answer[:1])
        plain, said = in_plain(edge.prompt, f"{telling.word}\n{places(first)[0]}\n", many=many)
        keys = f"?{DOWN * (row + 1)}{ENTER}{keys_for(first)}"
        rich, drawn = in_lists(edge.prompt, keys, many=many)
        assert plain == rich == first.answer
        told = _words(in_memory(telling.tell()))
        assert told in said
        assert told in drawn


def in_memory(page: Sequence[Block]) -> str:
    """A page in words only."""
    out = StringIO()
    PlainPrompts(StringIO(), Screen(out, plain=True, width=200)).show(page)
    return out.getvalue()


@pytest.mark.parametrize(
    ("way", "keys"),
    [
        (Way.BACK, UP * 3 + ENTER),
        (Way.KEEP, UP * 2 + ENTER),
        (Way.SAVE, UP + ENTER + UP * 2 + ENTER),
        (Way.QUIT, "?" + UP + ENTER),
    ],
)
def test_every_way_out_is_taken_alike(way: Way, keys: str) -> None:
    """From a list of one answer and from one of many, asked again."""
    for edge in one_of_each_kind():
        prompt = replace(edge.prompt, before="Not sure", ways=tuple(Way))
        many = is_many(edge)
        plain, said = in_plain(prompt, f"{way.value}\n", many=many)
        rich, drawn = in_lists(prompt, keys, many=many)
        assert plain == rich == way
        for shown in (said, drawn):
            assert "Your answer was: Not sure" in shown


def test_a_bare_enter_answers_nothing_in_either() -> None:
    """Neither in a list of one answer nor in one of many."""
    for edge in one_of_each_kind():
        many = is_many(edge)
        number = str(places(edge)[0])
        first = replace(edge, answer=edge.answer[:1])
        plain, said = in_plain(edge.prompt, f"\n{number}\n", many=many)
        rich, drawn = in_lists(edge.prompt, ENTER + keys_for(first), many=many)
        assert plain == rich == first.answer
        assert "Nothing was typed, so nothing is answered." in said
        assert re.search("Nothing is (chosen|ticked) yet.", drawn)
