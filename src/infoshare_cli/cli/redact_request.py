"""What a call of `infoshare log redact` asks for: one way of saying it, and no two."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from infoshare_cli.cli.local_day import local_day
from infoshare_cli.cli.redact_fields import wrong_fields
from infoshare_cli.cli.setup import now
from infoshare_cli.core.age import Age, read_age
from infoshare_cli.core.record import Record
from infoshare_cli.core.redaction import (
    Reading,
    UnknownFields,
    UnknownRecord,
    plan_fields,
    plan_older,
    plan_whole,
    record_to_redact,
)
from infoshare_cli.core.redaction_plan import Plan
from infoshare_cli.errors import CallError, Fault
from infoshare_cli.files.logbook import unknown_record

Planner = Callable[[Reading], Plan]
"""Makes the plan of a call from the records of a log; raises CallError."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be erased, as the options say it."""

    wanted: str | None = None
    """The number or the id of a record."""
    fields: tuple[str, ...] = ()
    whole: bool = False
    older_than: str | None = None
    classes: tuple[str, ...] = ()

    @property
    def lacks_what(self) -> bool:
        """Whether a record is named, and nothing of it."""
        return not (self.older_than or self.fields or self.whole)

    def check(self) -> None:
        """Raises CallError where the options ask for two things, or for none."""
        if self.older_than is not None:
            self._check_alone()
        elif self.classes:
            raise _clash("--class without --older-than", "an age, such as --older-than 6y")
        elif self.wanted is None:
            raise _clash("no record", "an ID with --field or --whole, or --older-than")
        elif self.fields and self.whole:
            raise _clash("--field beside --whole", "one of the two: --whole takes every field")

    def planner(self) -> Planner:
        """Makes the plan; raises CallError where it cannot be made."""
        if self.older_than is not None:
            at = now()
            before, today = _age(self.older_than).before(at), local_day(at)
            return partial(plan_older, before=before, classes=frozenset(self.classes), today=today)
        assert self.wanted is not None
        if self.whole:
            return _told(partial(plan_whole, wanted=self.wanted))
        return _told(partial(plan_fields, wanted=self.wanted, names=self.fields))

    def record(self, read: Reading) -> Record:
        """The record that is named; raises CallError where there is none, or it is held."""
        assert self.wanted is not None
        try:
            return record_to_redact(read, self.wanted)
        except UnknownRecord as error:
            raise unknown_record(self.wanted) from error

    def command(self) -> str:
        """What to type to ask for the same once more."""
        words = [self.wanted or "", *(f"--field {each}" for each in self.fields)]
        words += ["--whole" if self.whole else ""]
        words += [f"--older-than {self.older_than}" if self.older_than else ""]
        words += [f"--class {each}" for each in self.classes]
        return " ".join(filter(None, ("infoshare log redact", *words)))

    def _check_alone(self) -> None:
        others = ((self.wanted, "an ID"), (self.fields, "--field"), (self.whole, "--whole"))
        for given, option in others:
            if given:
                raise _clash(f"{option} beside --older-than", "one of the two: it says what is old")
        _age(self.older_than or "")


def _clash(found: str, expected: str) -> CallError:
    fault = Fault("", found, expected)
    return CallError("The call does not say clearly what to erase. Nothing was erased.", (fault,))


def _age(text: str) -> Age:
    try:
        return read_age(text)
    except ValueError as error:
        fault = Fault("", repr(text), "an age such as 6y, 18m or 90d", path="--older-than")
        raise CallError("--older-than is not an age.", (fault,)) from error


def _told(planner: Planner) -> Planner:
    """The same planner; where the log has no such record or field, that is told in words."""

    def plan(read: Reading) -> Plan:
        try:
            return planner(read)
        except UnknownRecord as error:
            raise unknown_record(str(error.args[0])) from error
        except UnknownFields as error:
            raise wrong_fields(error.record, error.names) from error

    return plan
