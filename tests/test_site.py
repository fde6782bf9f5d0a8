"""The site of the documents: every page is on it, every link leads somewhere, nothing is loaded."""

import re
import tomllib
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from tests import build_site
from tests.build_site import ELSEWHERE, OURS, ROOT, faults_of, page_text, pages


def project() -> dict[str, Any]:
    """What zensical.toml says."""
    text = (ROOT / "zensical.toml").read_text(encoding="utf-8")
    table: dict[str, Any] = tomllib.loads(text)["project"]
    return table


def named_in(nav: object) -> Iterator[str]:
    """The files that a part of the contents names."""
    match nav:
        case str(name):
            yield name
        case list(parts):
            for each in parts:
                yield from named_in(each)
        case dict(titled):
            yield from named_in(list(titled.values()))


def test_every_page_is_in_the_contents_once() -> None:
    """A page that nobody can find is no page."""
    named = sorted(named_in(project()["nav"]))
    there = {name for name in pages().values() if name.endswith(".md")}

    assert named == sorted({*there, "rules-book.html"})


def test_nothing_is_asked_of_a_server() -> None:
    """No font, no address of our own that a page would need, no repository to count stars of."""
    told = project()

    assert told["theme"]["font"] is False
    assert not {"site_url", "repo_url"} & told.keys()
    assert "http" not in (ROOT / "docs" / OURS).read_text(encoding="utf-8")
    assert "url(" not in (ROOT / "docs" / "site" / "style.css").read_text(encoding="utf-8")


NAMED = {
    "README.md": "first-page.md",
    "docs/security.md": "security.md",
    "docs/how-to/one.md": "how-to/one.md",
    "docs/pictures/a.svg": "pictures/a.svg",
}


@pytest.mark.parametrize(
    ("name", "text", "laid"),
    [
        ("docs/how-to/one.md", "[x](../security.md#erasing)", "[x](../security.md#erasing)"),
        ("docs/how-to/one.md", "[x](../../README.md#start)", "[x](../first-page.md#start)"),
        ("README.md", "[x](docs/how-to/one.md)", "[x](how-to/one.md)"),
        ("README.md", "![x](docs/pictures/a.svg)", "![x](pictures/a.svg)"),
        ("README.md", "see [the code](pyproject.toml) there", "see the code there"),
        ("README.md", "[x](nothing.md)", "[x](nothing.md)"),
        ("README.md", "[x](#here) [y](https://example.org/z)", "[x](#here) [y](https://example.org/z)"),
        ("README.md", "```\n[x](docs/security.md)\n```\n", "```\n[x](docs/security.md)\n```\n"),
        ("README.md", "<details>\n<summary>", '<details markdown="1">\n<summary>'),
        ("README.md", "| `a \\| b` | c |\n", "| `a | b` | c |\n"),
        ("README.md", "```\n| `a \\| b` | c |\n```\n", "```\n| `a \\| b` | c |\n```\n"),
    ],
    ids=[
        "same", "up", "down", "picture", "code", "missing", "elsewhere", "fenced", "details",
        "bar in a table", "fenced bar",
    ],
)  # fmt: skip
def test_a_link_leads_to_where_its_page_is(name: str, text: str, laid: str) -> None:
    """What leads right on a code host leads right on the site, or is plain words."""
    assert page_text(name, text, NAMED) == laid


def test_links_of_all_pages_lead_to_pages() -> None:
    """After they were laid out, each relative link names a file of the site."""
    named = pages()
    there = set(named.values())

    for name, to in named.items():
        if not name.endswith(".md"):
            continue
        text = page_text(name, (ROOT / name).read_text(encoding="utf-8"), named)
        for link in build_site._LINK.finditer(re.sub(r"```.*?```", "", text, flags=re.DOTALL)):
            if link["file"] and "://" not in link["file"]:
                leads = Path(to).parent / link["file"]
                assert Path(*_resolved(leads)).as_posix() in there, f"{name}: {link[0]}"


def _resolved(path: Path) -> list[str]:
    parts: list[str] = []
    for part in path.parts:
        parts = parts[:-1] if part == ".." else [*parts, part]
    return parts


def test_pages_outside_of_docs_are_there() -> None:
    """Those that are laid out under another name exist, but for a picture that may be missing."""
    assert [name for name in ELSEWHERE if name.endswith(".md") and not (ROOT / name).exists()] == []


PAGE = '<html><head>{}</head><body><h1 id="top">T</h1>{}</body></html>'


@pytest.mark.parametrize(
    ("head", "body", "fault"),
    [
        ("", '<a href="#top">x</a> <a href="https://example.org">y</a>', ""),
        ("", '<a href="other.html#top">x</a>', ""),
        ("", '<a href="missing.html">x</a>', "index.html: missing.html leads nowhere"),
        ("", '<a href="other.html#no">x</a>', "index.html: other.html#no: there is no such place"),
        ('<script src="https://cdn.example/x.js"></script>', "", "index.html: loads https://cdn.example/x.js"),
        ('<link rel="stylesheet" href="//fonts.example">', "", "index.html: loads //fonts.example"),
        ("", '<img src="missing.svg">', "index.html: missing.svg leads nowhere"),
    ],
    ids=["sound", "other page", "no page", "no place", "script", "font", "no picture"],
)  # fmt: skip
def test_faults_of_a_built_site_are_found(tmp_path: Path, head: str, body: str, fault: str) -> None:
    """A site that loads something, or leads nowhere, is not handed out unseen."""
    (tmp_path / "index.html").write_text(PAGE.format(head, body), encoding="utf-8")
    (tmp_path / "other.html").write_text(PAGE.format("", ""), encoding="utf-8")

    assert list(faults_of(tmp_path)) == ([fault] if fault else [])


def test_a_style_that_loads_something_is_found(tmp_path: Path) -> None:
    """Fonts come in by a style sheet too."""
    (tmp_path / "a.css").write_text("a { src: url(https://fonts.example/b.woff) }", "utf-8")

    assert list(faults_of(tmp_path)) == ["a.css: loads https://fonts.example/b.woff"]


@pytest.mark.skipif(find_spec("zensical") is None, reason="needs the group site")
def test_the_site_is_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Strictly, without a warning; every address leads somewhere, and none to a server."""
    (tmp_path / "zensical.toml").write_bytes((ROOT / "zensical.toml").read_bytes())
    monkeypatch.setattr(build_site, "PAGES", tmp_path / "build" / "pages")
    monkeypatch.setattr(build_site, "SITE", tmp_path / "build" / "site")

    build_site.lay_out()
    assert build_site.build(tmp_path) == 0
    assert list(faults_of(tmp_path / "build" / "site")) == []
