"""JSON that has no fault, read fast: files of thousands of cases hold little else."""

import json

from infoshare_cli.files.document import MAX_DEPTH, Data, why_no_text


def read_plain_json(text: str) -> Data | None:
    """What a text holds, read fast; None where there is a fault to be found by slower reading."""
    try:
        data = _PLAIN.decode(text)
    except (ValueError, RecursionError):
        return None
    return data if _is_plain(data, 1) else None


def _once_each(pairs: list[tuple[str, object]]) -> dict[str, object]:
    values = dict(pairs)
    if len(values) < len(pairs) or any(map(why_no_text, values)):
        raise ValueError
    return values


def _refuse(_number: str) -> object:
    raise ValueError


_PLAIN = json.JSONDecoder(
    object_pairs_hook=_once_each, parse_int=_refuse, parse_float=_refuse, parse_constant=_refuse
)


def _is_plain(value: object, depth: int) -> bool:
    """Whether there are only texts, lists and objects, and not too deep."""
    if isinstance(value, str):
        return why_no_text(value) is None
    if depth > MAX_DEPTH or not isinstance(value, dict | list):
        return False
    inner = value.values() if isinstance(value, dict) else value
    return all(_is_plain(each, depth + 1) for each in inner)
