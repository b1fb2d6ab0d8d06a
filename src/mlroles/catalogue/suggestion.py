"""What to do about a name that is not known."""

from collections.abc import Iterable


def suggest(
    wrong: str, known: Iterable[str], else_do: str = "add it to the catalogue, or name another"
) -> str:
    """Ask whether the nearest of the known ids was meant, or else say what to do."""
    from mlroles.core.likeness import closest  # only a mistake pays for loading it

    near = closest(wrong, {id: [id] for id in known}, limit=1)
    return f"did you mean {near[0]!r}?" if near else else_do
