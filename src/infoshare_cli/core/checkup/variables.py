"""The environment variables that bear on the program, and those that only look like it."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from infoshare_cli.core.checkup.report import Finding

OURS = ("INFOSHARE_RULES", "INFOSHARE_CONTACTS", "INFOSHARE_LOG", "INFOSHARE_PLAIN")
HONOURED = ("NO_COLOR", "TERM", "ACCESSIBLE")
"""Those of others that the program looks at."""
_PREFIX = "INFOSHARE_"
_ENDINGS = {name.removeprefix(_PREFIX): name for name in OURS}


def told_variables(environment: Mapping[str, str]) -> dict[str, str]:
    """Those that are set, with their values; of one that only looks like ours, the name alone."""
    known = {name: environment[name] for name in (*OURS, *HONOURED) if name in environment}
    return {**known, **dict.fromkeys(_unknown(environment), "")}


def judge_variables(environment: Mapping[str, str]) -> Iterator[Finding]:
    """A finding for each that changes nothing although its name begins like ours."""
    unknown = _unknown(environment)
    for name in unknown:
        # The beginning is the same in all of them, so only what follows tells.
        near = get_close_matches(name[len(_PREFIX) :].upper(), _ENDINGS, n=1)
        meant = f"Did you mean {_ENDINGS[near[0]]}?" if near else f"They are {', '.join(OURS)}."
        found = f"The environment variable {name} is set, but does nothing."
        yield Finding("environment.variables", "look", found, meant)
    if not unknown:
        given = [name for name in OURS if environment.get(name)]
        told = f"Set for infoshare: {', '.join(given)}." if given else "None is set for infoshare."
        yield Finding("environment.variables", "ok", told)


def _unknown(environment: Mapping[str, str]) -> list[str]:
    return sorted(
        name
        for name in environment
        # Windows knows no case in these names, so a small letter is no slip there.
        if name.upper().startswith(_PREFIX) and name.upper() not in OURS
    )
