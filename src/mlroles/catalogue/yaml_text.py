"""Read YAML strictly, with the place of every value: the only file that knows the YAML library."""

import re
from collections.abc import Iterator

import yaml

from mlroles.catalogue.problem import Place, Problem
from mlroles.core.shape import Path
from mlroles.core.vocabulary import Value

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C loader is ten times as fast
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
_WHOLE = re.compile(r"-?(0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+")


class Document(Value, frozen=True, kw_only=True):
    """A YAML file as plain data (dicts, lists, str, int, float, bool, None) and its places."""

    data: object
    places: dict[Path, Place]
    problems: tuple[Problem, ...]

    def place(self, path: Path) -> Place:
        """Where a value stands, or, if it is not there, the nearest thing around it."""
        while path not in self.places:
            path = path[:-1]
        return self.places[path]


def read(text: str, file: str) -> Document:
    """Read one YAML document; whatever is wrong with it is in `problems`, not raised.

    Stricter than YAML 1.1: only true, false, null, whole numbers and decimals are other than
    text (so `no`, `1e3` and dates stay as they are written), and keys are not repeated.
    """
    reader = _Reader(file)
    try:
        node = yaml.compose(text, _LOADER)
        data = reader.value(node, ()) if node is not None else None
    except yaml.YAMLError as error:
        reader.report_syntax(error)
        data = None
    return Document(data=data, places=reader.places, problems=tuple(reader.problems))


class _Reader:
    def __init__(self, file: str) -> None:
        self.file = file
        self.places: dict[Path, Place] = {(): Place(file=file)}
        self.problems: list[Problem] = []
        self._read: set[int] = set()

    def value(self, node: yaml.Node, path: Path) -> object:
        place = self._place(node.start_mark)
        self.places.setdefault(path, place)
        if id(node) in self._read:
            self._report(place, "alias", "aliases are not read here", "write the value out")
            return None
        self._read.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return dict(self._items(node, path))
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*path, i)) for i, item in enumerate(node.value)]
        assert isinstance(node, yaml.ScalarNode)
        return _scalar(node)

    def _items(self, node: yaml.MappingNode, path: Path) -> Iterator[tuple[str, object]]:
        seen: dict[str, Place] = {}
        for key_node, value_node in node.value:
            key, place = str(key_node.value), self._place(key_node.start_mark)
            if key in seen:
                first = seen[key].line
                self._report(
                    place,
                    "repeated-key",
                    f"{key!r} stands here twice",
                    f"line {first} has it too: keep one of them",
                )
                continue
            seen[key] = place
            # A value is found where its key stands: that is where one reads what it means.
            self.places[(*path, key)] = place
            yield key, self.value(value_node, (*path, key))

    def report_syntax(self, error: yaml.YAMLError) -> None:
        mark = getattr(error, "problem_mark", None)
        told = getattr(error, "problem", None) or str(error).splitlines()[0]
        place = self._place(mark) if mark else Place(file=self.file)
        self._report(
            place, "yaml-syntax", f"this is no YAML: {told}", "check indentation and quotes"
        )

    def _place(self, mark: yaml.Mark) -> Place:
        return Place(file=self.file, line=mark.line + 1, column=mark.column + 1)

    def _report(self, place: Place, rule: str, message: str, remedy: str) -> None:
        self.problems.append(
            Problem(place=place, severity="error", rule=rule, message=message, remedy=remedy)
        )


def _scalar(node: yaml.ScalarNode) -> object:
    text: str = node.value
    if node.style:  # quoted or folded: text whatever it looks like
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text
