"""Explain a code of the validator: what it demands, why, and how to comply."""

import os
from collections.abc import Sequence
from typing import Any

from mlroles.catalogue.checking.lints import LINTS
from mlroles.catalogue.checking.rules import RULES
from mlroles.catalogue.text.yaml_text import read
from mlroles.core.model.errors import AskedWrongly
from mlroles.core.model.likeness import closest
from mlroles.core.model.problem import Explanation
from mlroles.core.model.shape import convert

ALL = "all"
"""What stands for all codes together."""

_FILE = os.path.join(os.path.dirname(__file__), "explanations.yaml")


def explanations() -> dict[str, Explanation]:
    """Code -> its explanation, the errors first; the same order as in their file."""
    with open(_FILE, encoding="utf-8") as file:
        told: Any = read(file.read(), "explanations.yaml").data
    return {code: _explanation(code, fields) for code, fields in told.items()}


def explain(code: str) -> Sequence[Explanation]:
    """The explanation of a code, or those of all codes for `all`. Raises `AskedWrongly`."""
    known = explanations()
    if code == ALL:
        return list(known.values())
    if code not in known:
        near = closest(code, {name: [name] for name in known}, limit=3)
        meant = f"did you mean {' or '.join(map(repr, near))}?"
        remedy = meant if near else f"see all of them with 'mlroles validate --explain {ALL}'"
        raise AskedWrongly(f"the validator has no code {code!r}", remedy)
    return [known[code]]


def _explanation(code: str, told: dict[str, str]) -> Explanation:
    rule = {**RULES, **LINTS}.get(code)
    demands = (rule.__doc__ or "").splitlines()[0] if rule else told["demands"]
    severity = "warning" if code in LINTS else "error"
    return convert({**told, "code": code, "severity": severity, "demands": demands}, Explanation)
