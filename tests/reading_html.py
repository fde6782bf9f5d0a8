"""What a page of HTML holds, for tests: its elements, its words, its ids and its links."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Html:
    """What was read of a page."""

    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    text: str = ""

    def all(self, name: str) -> list[dict[str, str]]:
        """The attributes of each element of a name."""
        return [attributes for tag, attributes in self.tags if tag == name]

    @property
    def ids(self) -> list[str]:
        """Every id, in order."""
        return [attributes["id"] for _, attributes in self.tags if "id" in attributes]

    @property
    def addresses(self) -> list[str]:
        """Whatever is linked to or loaded."""
        keys = ("href", "src", "srcset", "action", "poster", "data")
        return [each[key] for _, each in self.tags for key in keys if key in each]


def read_html(page: str) -> Html:
    """Read a page; the words of its style are no text."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == [], "an element is not closed"
    return reader.found


_EMPTY = {"meta", "br", "hr", "img", "link", "input", "col"}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found = Html()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in _EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"{tag} closes something else"

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.found.text += data
