"""Follows a document as a reader would: saves its files, makes its edits, types its commands.

What is understood, all else is left alone:

- a yaml block that begins with `# name.yaml` is a file to save;
- "In `file`, find:" and "Make it:", each before a yaml block, are an edit;
- a sh block holds commands, and a text block after it what they show;
- a console block that begins with `$ infoshare` is a talk with the program at a terminal, with
  what the person types; console blocks that come straight after it go on with it;
- a comment such as `<!-- clock: 2026-11-23 10:00 -->` sets the reader's clock, in UTC.

A line of three dots in what is shown stands for lines left out.
"""

import re
import shlex
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from shutil import copy, copytree

from tests.followed.reader_terminal import Terminal
from tests.followed.shown_text import Values, renewed
from tests.followed.talks import play, typed_in

ROOT = Path(__file__).parents[2]
BESIDE = ("contacts.yaml", "docs/verify_log.py")
"""What of the program's folder a reader has at hand, beside the rules."""
FIRST_DAY = "2026-11-23 10:00"
"""What the clock says in a document that does not say it."""

_BLOCK = re.compile(
    r"^(?P<indent> *)```(?P<language>[a-z]*)\n(?P<content>.*?)^(?P=indent)```$",
    re.DOTALL | re.MULTILINE,
)
_FIND = re.compile(r"[Ii]n\s+`(?P<file>[^`]+)`,\s+find:\s*\Z")
_MAKE = re.compile(r"[Mm]ake it:\s*\Z")
_SAVE = re.compile(r"# (?P<file>[a-z0-9-]+(?:/[a-z0-9-]+)*\.yaml)\n")
_CLOCK = re.compile(r"<!-- clock: (\d{4}-\d\d-\d\d \d\d:\d\d) -->")
_SAID = "$ infoshare "


@dataclass(frozen=True)
class Block:
    """A fenced block of a document."""

    language: str
    content: str
    """Without the spaces before a block that belongs to an item of a list."""
    before: str
    """The document up to it."""
    indent: str
    start: int
    end: int

    def with_content(self, content: str) -> str:
        """The block as it stands in the document, with this in it."""
        fenced = f"```{self.language}\n{content}```"
        return re.sub(r"^(?=.)", self.indent, fenced, flags=re.MULTILINE)


def blocks(document: str) -> Iterator[Block]:
    """The fenced blocks, in order."""
    for found in _BLOCK.finditer(document):
        indent, start = found["indent"], found.start()
        content = re.sub(rf"^{indent}", "", found["content"], flags=re.MULTILINE)
        yield Block(found["language"], content, document[:start], indent, start, found.end())


def commands(document: str) -> list[str]:
    """The lines to type in its sh blocks."""
    typed = "".join(block.content for block in blocks(document) if block.language == "sh")
    return [line for line in typed.splitlines() if line and not line.startswith("#")]


def sets_up(command: str) -> bool:
    """Whether a command makes a virtual environment or runs what is in it."""
    return ".venv/bin/" in command


def is_talk(block: Block) -> bool:
    """Whether the block begins a talk with the program."""
    return block.language == "console" and block.content.startswith(_SAID)


def can_be_followed(document: str) -> bool:
    """Whether this computer can; talks need the pseudo-terminals of POSIX."""
    return sys.platform != "win32" or not any(map(is_talk, blocks(document)))


def follow(document: str, folder: Path) -> str:
    """The document with what the program shows in its text blocks and talks.

    Raises:
        AssertionError: a command failed and the document does not show how; an edit that
            cannot be made; a talk in which the program asks for more or less than is typed.
    """
    # A reader types in the folder that holds the program.
    copytree(ROOT / "rules", folder / "rules")
    for name in BESIDE:
        (folder / name).parent.mkdir(exist_ok=True)
        copy(ROOT / name, folder / name)
    reader = _Reader(Terminal(folder, {"INFOSHARE_LOG": "decisions.jsonl"}))
    parts, end = [], 0
    for group in _groups(list(blocks(document))):
        for block, content in zip(group, reader.take(group), strict=True):
            parts += [document[end : block.start], block.with_content(content)]
            end = block.end
    assert not reader.failed, reader.failed
    return "".join([*parts, document[end:]])


def _groups(found: Sequence[Block]) -> Iterator[list[Block]]:
    """Each block by itself, and the blocks of a talk together."""
    talk: list[Block] = []
    for block in found:
        if talk and block.language == "console" and not is_talk(block):
            talk.append(block)
            continue
        if talk:
            yield talk
        talk = [block] if is_talk(block) else []
        if not talk:
            yield [block]
    if talk:
        yield talk


@dataclass
class _Reader:
    """Someone at a terminal, with the document beside them."""

    terminal: Terminal
    values: Values = field(default_factory=Values)
    file: str = ""
    wanted: str = ""
    """What to find in that file, until it has been replaced."""
    shown: str | None = None
    """What the last commands showed, until a text block has taken it up."""
    failed: str = ""

    def take(self, group: Sequence[Block]) -> list[str]:
        """Do what the blocks say; what should stand in each."""
        block = group[0]
        if block.language == "text":
            return self._output(block.content)
        assert not self.failed, self.failed
        self.shown = None
        if is_talk(block):
            return self._talk(group)
        match block.language:
            case "sh":
                self._type(block)
            case "yaml":
                self._edit(block)
        return [block.content]

    def _output(self, content: str) -> list[str]:
        assert self.shown is not None, f"nothing was run before\n{content}"
        shown, self.shown, self.failed = self.shown, None, ""
        return renewed([content], shown, self.values)

    def _edit(self, block: Block) -> None:
        folder, content = self.terminal.folder, block.content
        if save := _SAVE.match(content):
            (folder / save["file"]).write_text(content, encoding="utf-8")
        elif find := _FIND.search(block.before):
            self.file, self.wanted = find["file"], content
        elif _MAKE.search(block.before):
            path = folder / self.file
            text = path.read_text(encoding="utf-8")
            assert text.count(self.wanted) == 1, f"not once in {self.file}:\n{self.wanted}"
            path.write_text(text.replace(self.wanted, content), encoding="utf-8", newline="\n")

    def _type(self, block: Block) -> None:
        for line in block.content.splitlines():
            if line and not line.startswith("#") and not sets_up(line):
                code, shown = self.terminal.run(self.values.as_shown(line), _clock(block))
                self.shown = (self.shown or "") + shown
                if code:
                    self.failed = f"{line}\nended with {code}:\n{shown}"

    def _talk(self, group: Sequence[Block]) -> list[str]:
        contents = [block.content for block in group]
        call, _, contents[0] = contents[0].partition("\n")
        arguments = shlex.split(self.values.as_shown(call))[2:]
        typed = typed_in("\n".join(contents))
        shown = play(self.terminal, arguments, typed, _clock(group[0]))
        first, *rest = renewed(contents, shown, self.values)
        return [f"{call}\n{first}", *rest]


def _clock(block: Block) -> datetime:
    """What the clock says where a block stands."""
    said = _CLOCK.findall(block.before)
    return datetime.fromisoformat(f"{(said or [FIRST_DAY])[-1]}:00+00:00")
