"""E-mail addresses in a text."""

import re
from collections.abc import Collection, Iterator

from infoshare_cli.privacy.reading import Place

_LONGEST_NAME = 64
"""Characters before the @ (RFC 5321, 4.5.3.1.1); a bound, so that no text is read twice over."""
_NAME_BEFORE = re.compile(rf"[\w.!#$%&'*+/=?^{{|}}~-]{{1,{_LONGEST_NAME}}}$")
_DOMAIN = re.compile(r"@[^\W_](?:[^\W_]|[-.](?=[^\W_])){0,252}")


def e_mails(text: str, allowed: Collection[str] = ()) -> Iterator[Place]:
    """Addresses with a dot behind the @, but for the public ones that are allowed."""
    public = {each.casefold() for each in allowed}
    behind = 0
    for domain in _DOMAIN.finditer(text):
        window = max(behind, domain.start() - _LONGEST_NAME)
        name = _NAME_BEFORE.search(text[window : domain.start()])
        if name is None or "." not in domain[0]:
            continue
        start, behind = window + _name_starts(name), domain.end()
        if start < domain.start() and text[start:behind].casefold() not in public:
            yield start, behind


def _name_starts(name: re.Match[str]) -> int:
    return name.end() - len(name[0].lstrip(".!#$%&'*+/=?^{|}~-"))
