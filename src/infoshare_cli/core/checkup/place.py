"""Where the log or the drafts lie, and whether others could get at them there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from infoshare_cli.core.checkup.report import Finding, Known

LOW_BYTES = 100 * 1024 * 1024
"""Less free space than this is worth a look: a record has about 8 KiB, but others write too."""
FULL_BYTES = 2 * 1024 * 1024
"""With less than this, one long record might not fit (see the limit of a line)."""

_OTHERS_READ = 0o077
_OTHERS_WRITE = 0o022
_STICKY = 0o1000


@dataclass(frozen=True)
class Place:
    """What the disk says of a file, or of a folder with files."""

    path: str
    """As it was given."""
    real_path: str
    """Where it lies once every link on the way was followed."""
    is_absolute: bool
    there: bool
    is_right_kind: bool
    """A file where one should be, a folder where one should be; or nothing yet."""
    writable: bool
    """Whether it can be written, or made where it is not there yet."""
    mode: int | None = None
    """What others may do with the files; None on Windows, and where there are none."""
    folder_mode: int | None = None
    """The same of the folder around them."""
    free_bytes: int | None = None
    synchronised_by: str | None = None
    roaming: bool = False
    network: str | None = None
    """The kind of network that it is reached over."""

    def facts(self) -> Mapping[str, Known]:
        """As they are told, by the names of `report.FACTS`."""
        return {
            "path": self.path,
            "real_path": self.real_path,
            "there": self.there,
            "mode": None if self.mode is None else f"{self.mode:03o}",
            "free_bytes": self.free_bytes,
            "synchronised_by": self.synchronised_by,
            "roaming": self.roaming,
            "network": self.network,
        }


@dataclass(frozen=True)
class Contents:
    """What is kept at a place, in words."""

    id: str
    """'log' or 'drafts'."""
    name: str
    """'The log', 'The folder of drafts'."""
    move: str
    """How to have it elsewhere."""


LOG = Contents(
    "log",
    "The decision log",
    "To keep it elsewhere, name the place with --log or INFOSHARE_LOG; a log that is there "
    "already can be moved.",
)
DRAFTS = Contents(
    "drafts", "The folder of drafts", "Ask whoever looks after your computer to move it."
)


def no_home(contents: Contents) -> Finding:
    """The finding where the system cannot say which folder is the person's own."""
    found = f"{contents.name} has no place, as this computer knows no home folder of yours."
    return Finding(f"{contents.id}.place", "wrong", found, "Set HOME to a folder of your own.")


def judge_place(contents: Contents, place: Place) -> Iterator[Finding]:
    """Everything that can be said of a place, what is well too."""
    where = _where(contents, place)
    yield where
    if where.state == "wrong":
        # Nothing that is said of the wrong thing helps.
        return
    yield _writing(contents, place)
    yield from _permissions(contents, place)
    yield from _copies(contents, place)
    yield from _space(contents, place)


def _where(contents: Contents, place: Place) -> Finding:
    name = f"{contents.id}.place"
    if not place.is_right_kind:
        found = f"Something else than {contents.name.lower()} lies at {place.path}."
        return Finding(name, "wrong", found, f"Move it away. {contents.move}")
    if not place.is_absolute:
        found = f"{contents.name} is another one in each folder: {place.path} says no whole path."
        return Finding(name, "look", found, "Name a whole path, one that begins at the top.")
    there = "is" if place.there else "is not there yet; it will be"
    return Finding(name, "ok", f"{contents.name} {there} at {place.path}.")


def _writing(contents: Contents, place: Place) -> Finding:
    name = f"{contents.id}.writing"
    if place.writable:
        return Finding(name, "ok", f"{contents.name} can be written.")
    advice = f"Ask for the right to write there. {contents.move}"
    return Finding(name, "wrong", f"{contents.name} cannot be written.", advice)


def _permissions(contents: Contents, place: Place) -> Iterator[Finding]:
    name = f"{contents.id}.permissions"
    if place.folder_mode is not None and _others_write(place.folder_mode):
        found = "Others on this computer can put files into its folder, or take them out."
        yield Finding(name, "wrong", f"{contents.name}: {found}", "Take that right away from them.")
    elif place.mode is not None and place.mode & _OTHERS_READ:
        found = f"{contents.name}: others on this computer may be able to read it."
        yield Finding(name, "wrong", found, f"Make it yours alone: {_private(contents, place)}")
    elif place.mode is not None:
        yield Finding(name, "ok", f"{contents.name} is yours alone on this computer.")


def _others_write(mode: int) -> bool:
    return bool(mode & _OTHERS_WRITE) and not mode & _STICKY


def _private(contents: Contents, place: Place) -> str:
    """The command that takes the rights of others away."""
    quoted = "'" + place.path.replace("'", "'\\''") + "'"
    return f"chmod 600 {quoted}" if contents is LOG else f"chmod -R go= {quoted}"


def _copies(contents: Contents, place: Place) -> Iterator[Finding]:
    name = f"{contents.id}.copies"
    ask = f"Ask whether your organisation allows that for records of cases. {contents.move}"
    if place.synchronised_by:
        found = f"{contents.name} seems to lie in a folder that {place.synchronised_by} copies."
        advice = f"Copies go to other computers, and two that differ can arise. {ask}"
        yield Finding(name, "look", found, advice)
    if place.roaming:
        found = f"{contents.name} lies in the roaming part of your Windows profile."
        yield Finding(name, "look", found, f"It goes along to every computer you use. {ask}")
    if place.network:
        found = f"{contents.name} lies on another computer or a shared drive ({place.network})."
        advice = f"There, nobody can promise that what was written is safe on a disk. {ask}"
        yield Finding(name, "look", found, advice)
    if not (place.synchronised_by or place.roaming or place.network):
        found = f"{contents.name} shows no sign of being copied to other computers."
        yield Finding(name, "ok", found)


def _space(contents: Contents, place: Place) -> Iterator[Finding]:
    if place.free_bytes is None or place.free_bytes >= LOW_BYTES:
        return
    full = place.free_bytes < FULL_BYTES
    found = f"{contents.name}: there is {'no' if full else 'little'} room left on its disk."
    advice = "Make room: delete what you no longer need, or ask whoever looks after your computer."
    yield Finding(f"{contents.id}.space", "wrong" if full else "look", found, advice)
