"""The guide to read: its topics, and the index of what it says."""

from dataclasses import dataclass
from typing import ClassVar

from infoshare_cli.core.guidance import NOTHING_ELSE, Citation


@dataclass(frozen=True)
class Statement:
    """One thing that the guide says, in our words."""

    __pydantic_config__: ClassVar = NOTHING_ELSE
    id: str
    kind: str
    says: str


@dataclass(frozen=True)
class TopicLine:
    """A line to read, with what it rests on."""

    __pydantic_config__: ClassVar = NOTHING_ELSE
    text: str
    source: tuple[Citation, ...]


@dataclass(frozen=True)
class Topic:
    """A page of `infoshare guide`."""

    __pydantic_config__: ClassVar = NOTHING_ELSE
    id: str
    title: str
    lines: tuple[TopicLine, ...]
