"""Builds the site of the documents into build/site: python -m tests.build_site.

A document links to whatever lies in the repository, as a code host shows it. A site holds pages. So
they are laid out in build/pages first, those outside docs among them: a link to another page leads
to where that page is there, and one to any other file is left as words. Zensical builds them,
strictly; what it made is looked through for addresses that lead nowhere, or out to a server.

It needs the group `site` of pyproject.toml.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

ROOT = Path(__file__).parents[1]
PAGES, SITE = ROOT / "build" / "pages", ROOT / "build" / "site"

ELSEWHERE: Mapping[str, str] = {
    "README.md": "first-page.md",
    "rules/README.md": "rules.md",
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changelog.md",
    "benchmarks/README.md": "benchmarks.md",
    "benchmarks/results.svg": "pictures/benchmarks.svg",
}
"""What is on the site and not under docs, and its name there."""

_FROM_A_SERVER = '"https://unpkg.com/iframe-worker/shim"'
"""What Zensical's pages load for the search of a site that is opened from a folder."""
OURS = "site/worker.js"
"""What stands in its place, so that nothing is loaded over a network."""

_FENCED = re.compile(r"^(?P<fence> *```+).*?^(?P=fence)$", re.DOTALL | re.MULTILINE)
_BAR = re.compile(r"\\\|(?=[^`\n]*`[^\n]*\|$)", re.MULTILINE)
"""A bar in code in a table: code hosts want the backslash, and Zensical would show it."""
_LINK = re.compile(r"(?P<open>!?\[(?P<text>[^\]]+)\]\()(?P<file>[^)#\s]*)(?P<anchor>#[^)\s]+)?\)")


def pages() -> dict[str, str]:
    """Every file of the site, as it is named in the repository, and its name on the site."""
    docs = ROOT / "docs"
    under = (path for path in sorted(docs.rglob("*")) if path.is_file())
    named = {f"docs/{name}": name for path in under if "__" not in (name := _name(path, docs))}
    return {**named, **{name: to for name, to in ELSEWHERE.items() if (ROOT / name).exists()}}


def _name(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()


def page_text(name: str, text: str, named: Mapping[str, str]) -> str:
    """A document of the repository as a page of the site.

    Args:
        name: where it is in the repository.
        named: see `pages`.
    """
    laid = _outside_fences(
        text, lambda part: _BAR.sub("|", _LINK.sub(lambda f: _led(f, name, named), part))
    )
    # Markdown inside of HTML is read only where it is said to be there.
    return laid.replace("<details>\n", '<details markdown="1">\n')


def _outside_fences(text: str, change: Callable[[str], str]) -> str:
    parts, end = list[str](), 0
    for fenced in _FENCED.finditer(text):
        parts += (change(text[end : fenced.start()]), fenced[0])
        end = fenced.end()
    return "".join([*parts, change(text[end:])])


def _led(found: re.Match[str], name: str, named: Mapping[str, str]) -> str:
    file, anchor = found["file"], found["anchor"] or ""
    if not file or "://" in file or file.startswith("mailto:"):
        return found[0]
    target = os.path.normpath(PurePosixPath(name).parent / file).replace(os.sep, "/")
    if target in named:
        here = PurePosixPath(named[name]).parent
        return (
            f"{found['open']}{os.path.relpath(named[target], here).replace(os.sep, '/')}{anchor})"
        )
    # What is not there at all is left for the strict build to find.
    return found["text"] if (ROOT / target).exists() else found[0]


def lay_out() -> None:
    """Put every file of the site into build/pages, in place of what was there."""
    shutil.rmtree(PAGES, ignore_errors=True)
    named = pages()
    for name, to in named.items():
        (PAGES / to).parent.mkdir(parents=True, exist_ok=True)
        if name.endswith(".md"):
            text = page_text(name, (ROOT / name).read_text(encoding="utf-8"), named)
            (PAGES / to).write_text(text, encoding="utf-8", newline="\n")
        else:
            shutil.copyfile(ROOT / name, PAGES / to)


def build(folder: Path = ROOT) -> int:
    """Have Zensical build what was laid out; its exit code, which is 1 for a warning.

    Args:
        folder: holds zensical.toml, which says where the pages are and where the site goes.
    """
    shutil.rmtree(SITE, ignore_errors=True)
    call = [sys.executable, "-m", "zensical", "build", "--clean", "--strict"]
    if code := subprocess.run(call, cwd=folder, check=False).returncode:
        return code
    for path in SITE.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        ours = os.path.relpath(SITE / OURS, path.parent).replace(os.sep, "/")
        text = text.replace(_FROM_A_SERVER, f'"{ours}"')
        path.write_text(text, encoding="utf-8", newline="\n")
    return 0


# What was built


class _Page(HTMLParser):
    """The addresses and the ids of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.loaded: list[str] = []
        """What a browser fetches by itself."""
        self.linked: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        """Take up one element."""
        given = {name: value for name, value in attrs if value}
        self.ids |= {given[name] for name in ("id", "name") if name in given}
        if tag == "a" and "href" in given:
            self.linked.append(given["href"])
        elif tag == "link" and given.get("rel") in {"canonical", "prev", "next", "alternate"}:
            self.linked += [given["href"]]
        else:
            self.loaded += [given[name] for name in ("src", "href") if name in given]


def faults_of(site: Path) -> Iterator[str]:
    """Each address of a built site that leads nowhere, or has a browser ask a server."""
    read = {path: _read(path) for path in sorted(site.rglob("*.html"))}
    for path, page in read.items():
        # The page of errors is shown under any address, so its own are absolute.
        if path.name == "404.html":
            continue
        for address in page.loaded:
            if urlsplit(address).netloc:
                yield f"{_name(path, site)}: loads {address}"
        for address in (*page.loaded, *page.linked):
            if fault := _fault(path, address, read):
                yield f"{_name(path, site)}: {fault}"
    for path in sorted(site.rglob("*.css")):
        for address in re.findall(r"url\(['\"]?(https?:[^)'\"]+)", path.read_text("utf-8")):
            yield f"{_name(path, site)}: loads {address}"


def _read(path: Path) -> _Page:
    page = _Page()
    page.feed(path.read_text(encoding="utf-8"))
    return page


def _fault(path: Path, address: str, read: Mapping[Path, _Page]) -> str:
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return ""
    target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
    if not target.is_file():
        return f"{address} leads nowhere"
    anchor = unquote(parts.fragment)
    if anchor and target in read and anchor not in read[target].ids:
        return f"{address}: there is no such place"
    return ""


def main() -> int:
    """Build the site; 1 where anything is wrong with it."""
    lay_out()
    if code := build():
        return code
    faults = list(faults_of(SITE.resolve()))
    sys.stderr.write("".join(f"{fault}\n" for fault in faults))
    sys.stderr.write(f"{SITE.relative_to(ROOT).as_posix()}: {len(faults)} faults\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
