"""Which words a call of `infoshare log redact` asks for: one way of saying it, and no two."""

from collections.abc import Callable, Sequence
from functools import partial

from infoshare_cli.cli.local_day import local_day
from infoshare_cli.cli.setup import now
from infoshare_cli.core.age import Age, read_age
from infoshare_cli.core.field_text import field_names
from infoshare_cli.core.redaction import (
    Reading,
    UnknownFields,
    UnknownRecord,
    plan_fields,
    plan_older,
    plan_whole,
)
from infoshare_cli.core.redaction_plan import Plan
from infoshare_cli.errors import CallError, Fault
from infoshare_cli.files.document import nearest
from infoshare_cli.files.logbook import unknown_record

Planner = Callable[[Reading], Plan]
"""Makes the plan of a call from the records of a log; raises CallError."""


def planner_for(
    wanted: str | None,
    fields: Sequence[str],
    *,
    whole: bool,
    older_than: str | None,
    classes: Sequence[str],
) -> Planner:
    """What the options ask for; raises CallError where they ask for two things, or for none."""
    _check(wanted, fields, whole=whole, older_than=older_than, classes=classes)
    if older_than is not None:
        at = now()
        before, today = _age(older_than).before(at), local_day(at)
        return partial(plan_older, before=before, classes=frozenset(classes), today=today)
    assert wanted is not None
    if whole:
        return _told(partial(plan_whole, wanted=wanted))
    return _told(partial(plan_fields, wanted=wanted, names=tuple(fields)))


def _check(
    wanted: str | None,
    fields: Sequence[str],
    *,
    whole: bool,
    older_than: str | None,
    classes: Sequence[str],
) -> None:
    if older_than is not None:
        for given, option in ((wanted, "an ID"), (fields, "--field"), (whole, "--whole")):
            if given:
                raise _clash(f"{option} beside --older-than", "one of the two: it says what is old")
    elif classes:
        raise _clash("--class without --older-than", "an age, such as --older-than 6y")
    elif wanted is None:
        raise _clash("no record", "an ID with --field or --whole, or --older-than")
    elif fields and whole:
        raise _clash("--field beside --whole", "one of the two: --whole takes every field")
    elif not (fields or whole):
        raise _clash("an ID alone", "what to erase of it: --field NAME, or --whole")


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
            raise _unknown_fields(error) from error

    return plan


def _unknown_fields(error: UnknownFields) -> CallError:
    known = field_names(error.record)
    expected = f"'answers', or one of its fields: {', '.join(known)}"
    faults = [
        Fault("", repr(name), expected, path="--field", suggestion=nearest(name, known))
        for name in error.names
    ]
    return CallError(f"Record {error.record.head.seq} has no such field.", faults)
