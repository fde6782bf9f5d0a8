"""What a person is asked who has named a record, and not said what of it is to go."""

from collections.abc import Mapping
from dataclasses import replace

from infoshare_cli.cli.redact_request import Request
from infoshare_cli.core.redaction_facts import Told
from infoshare_cli.errors import LeftAtOnce
from infoshare_cli.terminal.prompts import Prompts, TookWay
from infoshare_cli.terminal.redaction_prompts import ALL_OF_IT, what_prompt
from infoshare_cli.terminal.redaction_words import about_page


def choose_what(
    prompts: Prompts, request: Request, told: Told, decisions: Mapping[str, str]
) -> Request:
    """The request with what a person chose of the record.

    Args:
        decisions: what can be decided, by its id, in

    Raises:
        Interrupted: the person stopped.
        LeftAtOnce: the person left at once, and the screen is cleared.
    """
    prompts.show(about_page(told, decisions))
    try:
        chosen = prompts.choose_many(what_prompt(told))
    except TookWay:
        prompts.clear()
        raise LeftAtOnce from None
    if ALL_OF_IT in chosen:
        return replace(request, whole=True)
    return replace(request, fields=chosen)
