"""What flows between the floors cannot be changed, and is made by names."""

from collections.abc import Iterator
from importlib import import_module
from inspect import Parameter, signature
from pathlib import Path

import msgspec
import pytest

import mlroles.core
from mlroles.core.model.vocabulary import Part, Value

TOP = Path(mlroles.core.__file__).parent
BY_PLACE = {"Document", "Sentence"}
"""Values that are made so often that their parts are given by place."""


def under(value: type[Value]) -> Iterator[type[Value]]:
    for one in value.__subclasses__():
        yield one
        yield from under(one)


def of_core() -> list[type[Value]]:
    for file in sorted(TOP.rglob("*.py")):
        if file.stem != "__init__":
            import_module(".".join(("mlroles.core", *file.relative_to(TOP).with_suffix("").parts)))
    values = {one for one in under(Value) if one.__module__.startswith("mlroles.core.")}
    return sorted(values, key=lambda one: (one.__module__, one.__qualname__))


@pytest.mark.parametrize("value", [Value, *of_core()], ids=lambda value: value.__name__)
def test_values(value: type[Value]) -> None:
    """Frozen, keyword by keyword; what is read from files knows all its fields."""
    config = value.__struct_config__
    assert config.frozen
    assert config.forbid_unknown_fields == config.omit_defaults == issubclass(value, Part)
    kinds = {parameter.kind for parameter in signature(value).parameters.values()}
    by_place = value.__name__ in BY_PLACE
    assert kinds <= {Parameter.POSITIONAL_OR_KEYWORD if by_place else Parameter.KEYWORD_ONLY}
    made = [msgspec.UNSET] * len(value.__struct_fields__)
    one = (
        value(*made) if by_place else value(**dict(zip(value.__struct_fields__, made, strict=True)))
    )
    for field in value.__struct_fields__:
        with pytest.raises(AttributeError):
            setattr(one, field, None)
