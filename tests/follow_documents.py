"""Follows a document as a reader would: saves its files, makes its edits, types its commands.

What is understood, all else is left alone:

- a yaml block that begins with `# name.yaml` is a file to save;
- "In `file`, find:" and "Make it:", each before a yaml block, are an edit;
- a sh block holds commands, and a text block after it what they show; a text block that ends
  in a line of three dots holds the first lines only.
"""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

ROOT = Path(__file__).parents[1]
MORE = "..."
"""The last line of a text block that does not show everything."""

_BLOCK = re.compile(r"^```(?P<language>[a-z]*)\n(?P<content>.*?)^```$", re.DOTALL | re.MULTILINE)
_FIND = re.compile(r"[Ii]n\s+`(?P<file>[^`]+)`,\s+find:\s*\Z")
_MAKE = re.compile(r"[Mm]ake it:\s*\Z")
_SAVE = re.compile(r"# (?P<file>[a-z-]+\.yaml)\n")


@dataclass(frozen=True)
class Block:
    """A fenced block of a document."""

    language: str
    content: str
    before: str
    """The document up to it."""


def blocks(document: str) -> Iterator[Block]:
    """The fenced blocks, in order."""
    for found in _BLOCK.finditer(document):
        yield Block(found["language"], found["content"], document[: found.start()])


def commands(document: str) -> list[str]:
    """The lines to type in its sh blocks."""
    typed = "".join(block.content for block in blocks(document) if block.language == "sh")
    return [line for line in typed.splitlines() if line and not line.startswith("#")]


def sets_up(command: str) -> bool:
    """Whether a command makes a virtual environment or runs what is in it."""
    return ".venv/bin/" in command


def follow(document: str, folder: Path) -> str:
    """The document with what the program shows in its text blocks.

    Raises:
        AssertionError: a command failed and the document does not show how; an edit that
            cannot be made.
    """
    # A reader types in the folder that holds the rules.
    copytree(ROOT / "rules", folder / "rules")
    reader = _Reader(folder)
    return _BLOCK.sub(lambda found: reader.take(found, document[: found.start()]), document)


@dataclass
class _Reader:
    """Someone at a terminal in a folder, with the document beside them."""

    folder: Path
    file: str = ""
    wanted: str = ""
    """What to find in that file, until it has been replaced."""
    shown: str | None = None
    """What the last commands showed, until a text block has taken it up."""
    failed: str = ""

    def take(self, found: re.Match[str], before: str) -> str:
        """Do what the block says; the block as it should read."""
        content = found["content"]
        if found["language"] == "text":
            return f"```text\n{self._output(content)}```"
        assert not self.failed, self.failed
        self.shown = None
        match found["language"]:
            case "sh":
                self._type(content)
            case "yaml":
                self._edit(content, before)
        return found[0]

    def _output(self, content: str) -> str:
        assert self.shown is not None, f"nothing was run before\n{content}"
        shown, self.shown, self.failed = self.shown, None, ""
        if not content.endswith(f"{MORE}\n"):
            return shown
        lines = shown.splitlines(keepends=True)[: content.count("\n") - 1]
        return "".join([*lines, f"{MORE}\n"])

    def _edit(self, content: str, before: str) -> None:
        if save := _SAVE.match(content):
            (self.folder / save["file"]).write_text(content, encoding="utf-8")
        elif find := _FIND.search(before):
            self.file, self.wanted = find["file"], content
        elif _MAKE.search(before):
            path = self.folder / self.file
            text = path.read_text(encoding="utf-8")
            assert text.count(self.wanted) == 1, f"not once in {self.file}:\n{self.wanted}"
            path.write_text(text.replace(self.wanted, content), encoding="utf-8", newline="\n")

    def _type(self, content: str) -> None:
        for line in content.splitlines():
            if line and not line.startswith("#") and not sets_up(line):
                self.shown = (self.shown or "") + self._run(shlex.split(line), line)

    def _run(self, words: list[str], line: str) -> str:
        if words[:2] == ["cp", "-R"]:
            copytree(ROOT / words[2], self.folder / words[3])
            return ""
        assert words[0] == "infoshare", f"an unknown command: {line}"
        ended = subprocess.run(
            [sys.executable, "-m", "infoshare_cli", *words[1:]],
            cwd=self.folder,
            env=environment(INFOSHARE_LOG="decisions.jsonl"),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        if ended.returncode:
            self.failed = f"{line}\nended with {ended.returncode}:\n{ended.stdout}"
        return ended.stdout.replace(os.sep, "/")


def environment(**more: str) -> Mapping[str, str]:
    """That of a person who has set nothing of ours but this, with text as UTF-8."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("INFOSHARE_")}
    return {**own, "PYTHONUTF8": "1", **more}
