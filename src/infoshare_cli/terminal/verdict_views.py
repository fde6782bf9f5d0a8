"""What verification found in the log, on a page: each thing by itself, and no more than that."""

from collections.abc import Iterator

from infoshare_cli.core.verify import Break, Verdict
from infoshare_cli.terminal.page import Block, Items, Text


def no_records(log: str) -> Text:
    """That there is nothing in the log."""
    return Text(f"There are no records in the log {log}.")


def verdict_page(verdict: Verdict, log: str) -> tuple[Block, ...]:
    """What verification found, the gravest first."""
    page: list[Block] = [
        _integrity(verdict, log),
        *_completeness(verdict),
        *_signature(verdict),
    ]
    if verdict.remarks:
        page.append(Items(verdict.remarks))
    if verdict.redacted:
        page.append(Text(f"Records of which something was erased: {verdict.redacted}."))
    if verdict.torn:
        page.append(
            Text(
                "The last line was not finished, so it is no record. That comes from a computer "
                "that stopped while it was writing, and is no sign of tampering. The next "
                "decision that you record moves the line to a file of its own."
            )
        )
    return tuple(page)


def warnings_page(verdict: Verdict) -> tuple[Block, ...]:
    """What a command that reads the log has to say of it; nothing if all is well."""
    page: list[Block] = []
    if verdict.first_broken:
        page.append(
            Text(
                f"The log is broken. {_where(verdict.first_broken)} What can still be read may "
                "not be what was written. infoshare log verify says more.",
                "danger",
            )
        )
    if verdict.torn:
        page.append(Text("The log's last line was not finished, so it is no record.", "warning"))
    return tuple(page)


def _integrity(verdict: Verdict, log: str) -> Text:
    if verdict.first_broken:
        return Text(f"The log is broken. {_where(verdict.first_broken)}", "danger")
    if verdict.records == 0:
        return no_records(log)
    return Text(f"Every record is as it was written. Records: {verdict.records}.", "strong")


def _completeness(verdict: Verdict) -> Iterator[Text]:
    if verdict.completeness == "ok":
        yield Text("Every anchor that you gave fits: up to there, nothing is missing or replaced.")
    elif verdict.completeness == "shorter":
        yield Text("Records are missing at the end.", "danger")
    elif verdict.completeness == "rewritten":
        yield Text("This is not the log that was anchored.", "danger")
    elif verdict.records:
        yield Text(
            "Whether records were cut off at the end, a log cannot show by itself. To check, "
            "give an anchor that you noted: infoshare log verify --anchor CODE"
        )


def _signature(verdict: Verdict) -> Iterator[Text]:
    if verdict.signature == "ok":
        yield Text("The signature of every anchor that you gave is good.")
    elif verdict.signature == "bad":
        yield Text(
            "A signature is not good: what it signed was another text. That anchor was not used.",
            "danger",
        )
    elif verdict.signature == "unknown-key":
        yield Text(
            "An anchor is signed by a key that you did not name, so it was not used. If you trust "
            "that key, name it: infoshare log verify --note FILE --key KEY",
            "danger",
        )


def _where(found: Break) -> str:
    return f"Record {found.seq} (line {found.line}): {found.why}."
