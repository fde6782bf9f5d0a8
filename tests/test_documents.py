"""What the documents say is what the program does: commands, outputs, names and links."""

import os
import re
import sys
import tomllib
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from shutil import copytree
from textwrap import indent
from typing import Any, get_args

import pytest
from typer.main import get_command

from infoshare_cli import __version__
from infoshare_cli.cli.plain_values import _NOT_PLAIN, _taken
from infoshare_cli.core.conditions import Condition
from infoshare_cli.errors import ExitCode, FileError
from infoshare_cli.files.load_guidance import load_guidance
from infoshare_cli.files.locations import default_log
from infoshare_cli.files.pack_entries import PACK_FILES, PROPERTIES_FILE
from tests.followed.follow_documents import ROOT, blocks, can_be_followed, commands, follow, sets_up
from tests.followed.reader_terminal import environment
from tests.remake_documents import END_OF_QUOTES, PAGES, README, RULES_README, remade

PACK = ROOT / "rules" / "pan-bedfordshire"
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
DOCUMENTS = [
    README,
    RULES_README,
    ROOT / "CONTRIBUTING.md",
    ROOT / "CHANGELOG.md",
    *PAGES,
    *DECISIONS,
]
FOLLOWED = [README, RULES_README, *PAGES]
REMAKE = "A document is not what the program shows: python -m tests.remake_documents"

_INLINE = re.compile(r"(?<!`)`infoshare\s+([^`]+)`(?!`)")
_LINE = re.compile(r"^(?:\$ )?(?:\.venv/bin/)?infoshare +([^#|>\n]+)", re.MULTILINE)
_STANDS_FOR = re.compile(r"[A-Z[]|\.\.\.")
_VARIABLE = re.compile(r"\bINFOSHARE_[A-Z]+")
_LINK = re.compile(r"\[[^\]]+\]\((?P<file>[^)#\s]*)(#(?P<heading>[^)\s]+))?\)")


def text_of(path: Path) -> str:
    """A document's text."""
    return path.read_text(encoding="utf-8")


def configuration() -> dict[str, Any]:
    """What pyproject.toml holds."""
    return tomllib.loads(text_of(ROOT / "pyproject.toml"))


def project() -> dict[str, Any]:
    """The `project` table of pyproject.toml."""
    table: dict[str, Any] = configuration()["project"]
    return table


def name_of(requirement: str) -> str:
    """'pytest' of 'pytest>=8.3'."""
    return re.split(r"[^a-z0-9-]", requirement)[0]


@pytest.mark.parametrize("path", FOLLOWED, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_reader_who_follows_it_sees_what_it_says(path: Path, tmp_path: Path) -> None:
    """Its files saved and its lines typed one after the other, faults made on purpose included."""
    if not can_be_followed(text_of(path)):
        pytest.skip("pseudo-terminals are POSIX")

    assert remade(path, tmp_path) == text_of(path), REMAKE


def test_an_output_that_is_not_so_is_noticed(tmp_path: Path) -> None:
    """A reader who follows a false document ends up with another one."""
    document = "```sh\ninfoshare --version\n```\n\n```text\ninfoshare 0.0.1\n```\n"

    assert follow(document, tmp_path) == document.replace("0.0.1", __version__)


def test_every_command_is_in_the_readme() -> None:
    """Whoever reads it has heard of each."""
    from infoshare_cli.cli.main import app

    typed = "\n".join(commands(text_of(README)))
    names = {str(each.callback.__name__) for each in app.registered_commands if each.callback}
    names |= {
        f"{group.name} {each.name}"
        for group in app.registered_groups
        for each in (group.typer_instance.registered_commands if group.typer_instance else ())
    }

    assert len(names) >= 8
    assert [name for name in names if f"infoshare {name}" not in typed] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_calls_that_are_named_can_be_typed(path: Path) -> None:
    """`infoshare ...` in a sentence or a block: the command is there, and so are its options."""
    from infoshare_cli.cli.main import app

    root = get_command(app)
    fenced = "\n".join(block.content for block in blocks(text_of(path)))
    named = [*_INLINE.findall(text_of(path)), *_LINE.findall(fenced)]

    assert [call for call in named if not can_be_typed(root, call.split())] == []


def can_be_typed(command: Any, words: list[str]) -> bool:
    """Whether the first words name a command and its options; what stands for a value may do so."""
    options = {name: each for each in command.params for name in each.opts}
    while words and words[0].startswith("-"):
        name, _, _ = words.pop(0).partition("=")
        if name in {"--help", "-h"}:
            return True
        if name not in options:
            return False
        if words and not (options[name].is_flag or options[name].count):
            words.pop(0)
    if not words:
        return True
    commands_of = getattr(command, "commands", {})
    if commands_of:
        return _STANDS_FOR.match(words[0]) is not None or (
            words[0] in commands_of and can_be_typed(commands_of[words[0]], words[1:])
        )
    return can_be_typed(command, words[1:])


def test_options_that_need_a_compiled_library_are_told() -> None:
    """The page for IT staff has each option that Typer takes pydantic for, and no other."""
    from infoshare_cli.cli.main import app

    page = text_of(ROOT / "docs" / "how-to" / "deploy-to-many-laptops.md")
    part = page.partition("### Where compiled libraries are stopped")[2].partition("\n## ")[0]
    first_cells = re.findall(r"^\| (.*?) \|", part, re.MULTILINE)
    told = set[tuple[str, str]]()
    for piece in "; ".join(first_cells).split("; "):
        option = re.search(r"`(--[a-z-]+)`", piece)
        told |= {(name, option[1] if option else "files") for name in _INLINE.findall(piece)}

    assert told == set(converted(get_command(app), ""))


def converted(command: Any, name: str) -> Iterator[tuple[str, str]]:
    """The options of a command and of those under it that take no value plainly."""
    for parameter in command.params:
        wanted = parameter.type_descriptor.annotation
        words = list(wanted) if isinstance(wanted, type) and issubclass(wanted, StrEnum) else []
        taken = (_taken(parameter, value) for value in ("x", ["x"], *words))
        if not getattr(parameter, "is_flag", False) and all(each is _NOT_PLAIN for each in taken):
            yield name, parameter.opts[-1]
    for word, under in getattr(command, "commands", {}).items():
        yield from converted(under, f"{name} {word}".strip())


def test_set_up_commands_name_what_is_there() -> None:
    """The extra, the program and the tools that the documents install and call exist."""
    extras = project()["optional-dependencies"]
    tools = {*project()["scripts"], *map(name_of, extras["dev"]), "pip", "python"}
    found = [line for path in DOCUMENTS for line in commands(text_of(path)) if sets_up(line)]

    assert len(found) >= 6
    for line in found:
        assert set(re.findall(r"\.venv/bin/([a-z]+)", line)) <= tools
        assert set(re.findall(r"\.\[([a-z]+)\]", line)) <= set(extras)


def test_windows_gets_the_same_commands() -> None:
    """Each line for PowerShell is one for a POSIX shell in other words."""

    def plain(line: str) -> str:
        line = line.replace("\\Scripts\\", "/bin/").replace("py -m", "python3 -m")
        return line.replace("; ", " && ")

    readme = blocks(text_of(README))
    windows = [block.content.strip() for block in readme if block.language == "powershell"]

    assert windows
    assert {plain(line) for line in windows} <= set(commands(text_of(README)))


def test_the_check_of_everything_runs_the_tests_of_the_readme() -> None:
    """`.ci/run` takes the very line that a newcomer types."""
    script = ROOT / ".ci" / "run"
    [line] = [line for line in commands(text_of(README)) if "/pytest" in line]

    assert f"  {line}\n" in text_of(script)
    assert "set -euo pipefail" in text_of(script)
    assert os.name == "nt" or os.access(script, os.X_OK)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(path: Path) -> None:
    """Every link between documents names a file, and a heading, that is there."""
    for link in _LINK.finditer(text_of(path)):
        if "://" in link["file"]:
            continue
        target = (path.parent / link["file"]).resolve() if link["file"] else path
        assert target.exists(), link[0]
        assert link["heading"] is None or link["heading"] in set(headings(target)), link[0]


def headings(path: Path) -> Iterator[str]:
    """The headings of a document as they stand in a link."""
    for title in re.findall(r"^#+ (.+)$", text_of(path), re.MULTILINE):
        yield re.sub(r"[^a-z0-9 -]", "", title.lower()).replace(" ", "-")


@pytest.mark.parametrize(
    "path", [README, *PAGES, *DECISIONS, ROOT / "CONTRIBUTING.md"], ids=lambda p: p.name
)
def test_files_that_are_named_exist(path: Path) -> None:
    """A newcomer who looks for a file finds it where the document says."""
    named = re.findall(r"`((?:src|rules|docs|tests|core|files|terminal)/[\w./-]*)`", text_of(path))

    for name in named:
        top = ROOT / "src" / "infoshare_cli"
        assert (ROOT / name).exists() or (top / name).exists(), name


def test_exit_codes_are_those_of_the_program() -> None:
    """The table has each of them and no other."""
    table = text_of(README).partition("## Exit codes")[2].partition("\n## ")[0]
    codes = [int(code) for code in re.findall(r"^\| (\d+) \|", table, re.MULTILINE)]

    assert codes == [int(code) for code in ExitCode]


def test_variables_are_those_of_the_program() -> None:
    """README.md names every variable that the program reads; no document another one."""
    main = text_of(ROOT / "src" / "infoshare_cli" / "cli" / "main.py")
    known = set(_VARIABLE.findall(main))
    named = {name for path in DOCUMENTS for name in _VARIABLE.findall(text_of(path))}

    assert set(_VARIABLE.findall(text_of(README))) == known
    assert named == known
    assert not [name for name in environment() if name.startswith("INFOSHARE_")]


def test_the_log_is_where_the_readme_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """For the system that the test runs on."""
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    system = {"darwin": "macOS", "win32": "Windows"}.get(sys.platform, "Linux")
    row = next(line for line in text_of(README).splitlines() if line.startswith(f"| {system} |"))
    path = row.split("`")[1]
    local = os.environ.get("LOCALAPPDATA", "")

    assert default_log() == Path(path.replace("%LOCALAPPDATA%", local)).expanduser()


def test_every_form_of_a_condition_is_one(tmp_path: Path) -> None:
    """The examples of rules/README.md are read as they stand; all forms are among them."""
    always, after = (
        block.content
        for block in blocks(text_of(RULES_README))
        if block.content.startswith("# The ")
    )
    guidance = load_guidance(pack_with(tmp_path / "both", fact=always, action=after))

    shown = str((guidance.facts[0].when, guidance.actions[0].when))
    assert [form.__name__ for form in get_args(Condition) if f"{form.__name__}(" not in shown] == []
    with pytest.raises(FileError) as refused:
        load_guidance(pack_with(tmp_path / "fact", fact=after, action=always))
    assert len(refused.value.faults) == after.count("\n- ")


def pack_with(folder: Path, *, fact: str, action: str) -> Path:
    """A copy of the pack with one fact and one action more, with these conditions."""
    copytree(PACK, folder)
    put_first(folder / "decision.yaml", "facts:\n", "  - id: shown\n    says: Shown.\n", fact)
    put_first(folder / "actions.yaml", "before:\n", "  - id: shown\n    text: Shown.\n", action)
    return folder


def put_first(path: Path, key: str, start: str, conditions: str) -> None:
    """Put an entry at the top of a list of the file."""
    entry = f"{start}    source: [p1]\n    when:\n{indent(conditions, ' ' * 6)}"
    path.write_text(text_of(path).replace(key, key + entry, 1), encoding="utf-8")


def test_what_is_quoted_from_the_pack_stands_in_it() -> None:
    """An entry shown in rules/README.md is the pack's, to the letter."""
    pack = "".join(text_of(PACK / name) for name in (*PACK_FILES, PROPERTIES_FILE))
    document = text_of(RULES_README).partition(END_OF_QUOTES)[0]
    quoted = [block.content for block in blocks(document) if block.content.startswith("  ")]

    assert len(quoted) >= 6
    assert [entry for entry in quoted if entry not in pack] == []


def test_decisions_are_numbered_and_have_their_parts() -> None:
    """One after the other, each on one page with context, decision and consequences."""
    assert [path.name[:5] for path in DECISIONS] == [
        f"{number:04}-" for number in range(1, len(DECISIONS) + 1)
    ]
    for path in DECISIONS:
        text = text_of(path)
        parts = re.findall(r"^\*\*(\w+)\.\*\*", text, re.MULTILINE)
        assert parts == ["Context", "Decision", "Consequences"], path.name
        assert text.startswith(f"# {int(path.name[:4])}. ")
        assert len(text.split()) < 900


def test_every_library_has_its_reason() -> None:
    """The page on libraries names each one of pyproject.toml, in bold type."""
    [page] = [path for path in DECISIONS if path.name.endswith("-libraries.md")]
    given = set(re.findall(r"\*\*([a-z0-9-]+)\*\*", text_of(page)))
    extras = (each for listed in project()["optional-dependencies"].values() for each in listed)
    groups = (each for listed in configuration()["dependency-groups"].values() for each in listed)
    listed = [*project()["dependencies"], *extras, *groups, "hatchling"]

    assert {name_of(each) for each in listed} - {"infoshare-cli"} == given


def test_the_version_is_in_the_changelog() -> None:
    """Whoever has this version can read what it brought."""
    heading = rf"^## \[{re.escape(__version__)}\] - \d{{4}}-\d\d-\d\d$"
    assert re.search(heading, text_of(ROOT / "CHANGELOG.md"), re.MULTILINE)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_dash_for_a_pause(path: Path) -> None:
    """House style: dashes for a pause read badly aloud."""
    assert "\u2014" not in text_of(path)
    assert "\u2013" not in text_of(path)
