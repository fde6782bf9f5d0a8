"""Erased words in drafts: a draft loses the fields that hold them, or goes as a whole.

A file that cannot be read as a draft goes where such words stand in it; what was being written
when the program was killed goes always, for nobody can say whose words it holds.
"""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from pathlib import Path

from infoshare_cli.core.canonical import MAX_BYTES
from infoshare_cli.core.draft import Draft
from infoshare_cli.core.redaction_plan import DraftLoss
from infoshare_cli.core.same_words import Words
from infoshare_cli.errors import Fault, FileError, reason_of
from infoshare_cli.files.draft_folder import draft_path, list_draft_files, read_content
from infoshare_cli.files.draft_text import BrokenDraft, read_draft, write_draft
from infoshare_cli.files.private_file import sync_folder
from infoshare_cli.files.whole_file import is_part, replace_file

_ESCAPED = re.compile(r'\\(?:u([0-9a-fA-F]{4})|(["\\/bfnrt]))')
_ONE_LETTER = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


def losses_in_drafts(folder: Path, words: Words, whole: Collection[str]) -> tuple[DraftLoss, ...]:
    """What the files among the drafts would lose; nothing is done yet.

    Args:
        whole: the ids of records that are erased whole; a draft that goes on from one goes.

    Raises:
        FileError: the folder, or a file in it, cannot be read.
    """
    found = (_loss(path, words, whole) for path in list_draft_files(folder))
    return tuple(loss for loss, _ in found if loss is not None)


def scrub_drafts(
    folder: Path, words: Words, whole: Collection[str], draw: Callable[[], str]
) -> tuple[DraftLoss, ...]:
    """Take the words out of the drafts; on return that is on the disk.

    Args:
        whole: the ids of records that are erased whole; a draft that goes on from one goes.
        draw: gives some random letters.

    Raises:
        FileError: a file cannot be read or changed; some of them may be done by then.
    """
    done = []
    for path in list_draft_files(folder):
        loss, left = _loss(path, words, whole)
        if loss is not None:
            _apply(path, left, draw())
            done.append(loss)
    return tuple(done)


def _loss(
    path: Path, words: Words, whole: Collection[str]
) -> tuple[DraftLoss | None, Draft | None]:
    """What a file loses, and the draft that is left of it; None for what there is not."""
    if path.is_symlink() or not path.is_file():
        # We make none of these, so nothing of ours is in them.
        return None, None
    if is_part(path):
        return DraftLoss(str(path)), None
    try:
        content = read_content(path)
    except FileNotFoundError:
        # It was finished in another window just now.
        return None, None
    except OSError as error:
        raise _failed(path, error, "a file that you can read") from error
    draft = _draft(path, content)
    if draft is None:
        return (DraftLoss(str(path)) if _stand_in_file(content, words, whole) else None), None
    if draft.of in whole:
        return DraftLoss(str(path)), None
    fields = tuple(_fields(draft, words))
    return (DraftLoss(str(path), fields), _without(draft, fields)) if fields else (None, None)


def _draft(path: Path, content: bytes) -> Draft | None:
    try:
        draft = read_draft(content)
    except BrokenDraft:
        return None
    return draft if draft_path(path.parent, draft.id) == path else None


def _fields(draft: Draft, words: Words) -> Iterator[str]:
    """The fields that hold some of the words, also in why private words of theirs were kept."""
    for name, text in draft.case.record.items():
        reasons = (each.reason for each in draft.case.kept_words if each.field == name)
        if any(map(words.stand_in, (text, *reasons))):
            yield name


def _without(draft: Draft, fields: Collection[str]) -> Draft:
    return replace(draft, case=draft.case.without_fields(fields), revision=draft.revision + 1)


def _apply(path: Path, left: Draft | None, token: str) -> None:
    try:
        if left is None:
            path.unlink(missing_ok=True)
            sync_folder(path.parent)
        else:
            replace_file(path, write_draft(left), token)
    except OSError as error:
        raise _failed(path, error, "a file that you can change or delete") from error


def _stand_in_file(content: bytes, words: Words, whole: Collection[str]) -> bool:
    """Whether the words stand in bytes that are no draft, in any way in which text is written."""
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        text = content.decode(encoding, errors="replace")
        for each in (text, _unescaped(text)):
            if words.stand_in_raw(each) or any(name in each for name in whole):
                return True
    # Longer than anything that we write, so it may hold them where nobody has looked.
    return len(content) > MAX_BYTES + 1


def _unescaped(text: str) -> str:
    """The text with what JSON escapes written out, as far as it is JSON."""

    def letter(found: re.Match[str]) -> str:
        if found[1]:
            return chr(int(found[1], 16))
        return _ONE_LETTER.get(found[2], found[2])

    joined = _ESCAPED.sub(letter, text)
    # Two halves of a pair come as two escapes.
    return joined.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _failed(path: Path, error: OSError, expected: str) -> FileError:
    fault = Fault(str(path), reason_of(error), expected)
    return FileError(
        "The drafts cannot be cleared of these words, so the log is as it was.", (fault,)
    )
