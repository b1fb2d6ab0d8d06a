"""Read YAML strictly, with the place of every value: the only file that knows the YAML library."""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from mlroles.catalogue.text.document import CONTROL, Document
from mlroles.core.model.limits import NESTING
from mlroles.core.model.problem import Place, Problem, an_error
from mlroles.core.model.shape import Path

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C loader is ten times as fast
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,14})")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,14})\.[0-9]+")
_CAUSES = {
    "mapping values are not allowed": (
        "there is a colon too many, or the indentation is wrong",
        "put quotes around text that has ': ' in it, and indent alike what belongs together",
    ),
    "maximum nesting depth": (
        f"values stand in one another more than {NESTING} deep",
        "write it with less nesting",
    ),
    "tab character": ("a line is indented with a tab", "indent it with spaces"),
    "'\\t' that cannot start": ("a line is indented with a tab", "indent it with spaces"),
    "cannot start any token": (
        "a value cannot begin like this",
        "put quotes around text that begins with @, ` or %, and indent with spaces, not tabs",
    ),
}
"""What the YAML library says -> what it mostly means, and what to do."""


def read(text: str, file: str) -> Document:
    """Read one YAML document; whatever is wrong with it is in `problems`, not raised.

    Stricter than YAML 1.1: only true, false, null, whole numbers and decimals of at most 15
    digits before the point are other than text (so `no`, `1e3` and dates stay as they are
    written), keys are text and not repeated, and there are no aliases and no tags.
    """
    reader = _Reader(file, yaml.parse(text, _LOADER))
    data = None
    try:
        data = reader.document()
    except _TooDeep:
        pass
    except yaml.YAMLError as error:
        reader.report_syntax(error, text)
    problems = tuple(reader.problems)
    return Document(None if problems else data, problems, lambda: reader.places)


class Unusual(Exception):
    """A text holds something that only the thorough reader can judge."""


def read_quickly(text: str) -> object:
    """The data of a YAML text, as `read` gives them, in about half the time and without places.

    Raises `Unusual` where `read` might find a problem.
    """
    try:
        events = yaml.parse(text, _LOADER)
        next(events)
        event = next(events)
        if isinstance(event, yaml.StreamEndEvent):
            return None
        each = "\\" in text or CONTROL.search(text) is not None
        data = _quick(next(events), events, {}, each, 0)
        next(events)
        if not isinstance(next(events), yaml.StreamEndEvent):
            raise Unusual
    except yaml.YAMLError:
        raise Unusual from None
    return data


def _quick(
    event: Any, events: Iterator[Any], known: dict[str, str], look: bool, depth: int
) -> object:
    """A value; what stands often is kept once, in `known`. `look` for control characters."""
    kind = type(event)
    if event.anchor or event.tag or depth > NESTING.most:
        raise Unusual
    if kind is yaml.ScalarEvent:
        text: str = event.value
        if look and CONTROL.search(text):
            raise Unusual
        return known.setdefault(text, text) if event.style else _scalar(event, known)
    if kind is yaml.SequenceStartEvent:
        items = []
        while type(event := next(events)) is not yaml.SequenceEndEvent:
            items.append(_quick(event, events, known, look, depth + 1))
        return items
    found: dict[str, object] = {}
    while type(event := next(events)) is not yaml.MappingEndEvent:
        if type(event) is not yaml.ScalarEvent or event.value in found:
            raise Unusual
        key = known.setdefault(event.value, event.value)
        found[key] = _quick(next(events), events, known, look, depth + 1)
    return found


class _Dumper(yaml.SafeDumper):
    """Indents the items of a list below their key, and repeats what stands in two places."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True  # everything is written out


_Dumper.add_representer(
    type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", "")
)


def written(data: object, width: int = 96) -> str:
    """Plain data as YAML that `read` reads back, without a line break at its end."""
    text: str = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=width)
    return text.removesuffix("\n").removesuffix("\n...")


class _TooDeep(Exception):
    pass


class _Reader:
    """Builds data from the parser's events: its own nodes are lost in deep nesting."""

    def __init__(self, file: str, events: Iterator[Any]) -> None:
        self.file = file
        self.places: dict[Path, Place] = {(): Place(file=file)}
        self.problems: list[Problem] = []
        self._events = events
        self._anchors: dict[str, Any] = {}
        """Those that no alias refers to."""

    def document(self) -> object:
        next(self._events)  # the start of the stream
        if isinstance(next(self._events), yaml.StreamEndEvent):
            return None
        data = self._value(next(self._events), ())
        next(self._events)  # the end of the document
        event = next(self._events)
        if not isinstance(event, yaml.StreamEndEvent):
            told = "a second document begins here"
            self._report(event, "yaml-syntax", told, "keep one, without '---' or '...' after it")
        for name, anchor in self._anchors.items():
            self._report(anchor, "alias", f"the anchor '&{name}' is not read here", "remove it")
        return data

    def _value(self, event: Any, path: Path) -> object:
        self.places.setdefault(path, self._place(event.start_mark))
        if isinstance(event, yaml.AliasEvent):
            self._anchors.pop(str(event.anchor), None)
            told = f"the alias '*{event.anchor}' is not read here"
            self._report(event, "alias", told, "write out what it stands for")
            return None
        if event.anchor:
            self._anchors[event.anchor] = event
        if len(path) > NESTING.most:
            told = f"values stand in one another more than {NESTING} deep"
            self._report(event, "yaml-syntax", told, "write it with less nesting")
            raise _TooDeep
        if event.tag:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            told = f"the tag {tag!r} is not read here"
            self._report(event, "tag", told, "remove it; text that looks like a number gets quotes")
        if isinstance(event, yaml.MappingStartEvent):
            return dict(self._items(path))
        if isinstance(event, yaml.SequenceStartEvent):
            events = iter(self._next_item, None)
            return [self._value(item, (*path, i)) for i, item in enumerate(events)]
        if found := CONTROL.search(event.value):
            told = f"the text holds the control character {found[0]!r}"
            self._report(event, "control-character", told, "remove it")
        return _scalar(event)

    def _next_item(self) -> Any:
        """The event that begins the next item or key of a list or mapping, or None at its end."""
        event = next(self._events)
        ends = (yaml.SequenceEndEvent, yaml.MappingEndEvent)
        return None if isinstance(event, ends) else event

    def _items(self, path: Path) -> Iterator[tuple[str, object]]:
        seen: dict[str, Place] = {}
        for event in iter(self._next_item, None):
            if not isinstance(event, yaml.ScalarEvent):
                self._report(event, "key", "this key is not plain text", "put quotes around it")
                met = len(self.problems)
                self._value(event, (*path, ""))
                del self.problems[met:]  # what is wrong within the key does not matter
                self._value(next(self._events), (*path, ""))
                continue
            key, place = event.value, self._place(event.start_mark)
            if key in seen:
                remedy = f"line {seen[key].line} has it too: keep one of them"
                self._report(event, "repeated-key", f"{key!r} stands here twice", remedy)
            seen.setdefault(key, place)
            # A value is found where its key stands: that is where one reads what it means.
            self.places.setdefault((*path, key), place)
            yield key, self._value(next(self._events), (*path, key))

    def report_syntax(self, error: yaml.YAMLError, text: str) -> None:
        if isinstance(error, yaml.reader.ReaderError):
            wrong = chr(error.character)
            before = text.partition(wrong)[0].split("\n")
            place = Place(file=self.file, line=len(before), column=len(before[-1]) + 1)
            told = f"the character {wrong!r} is not allowed in YAML"
            self._add(place, "yaml-syntax", told, "remove it")
            return
        mark, context = getattr(error, "problem_mark", None), getattr(error, "context", None)
        problem = getattr(error, "problem", None) or str(error)
        told = "not valid YAML: " + ", ".join(filter(None, [context, problem]))
        remedy = "check the indentation, quotes and brackets here and just before"
        for part, (cause, cure) in _CAUSES.items():
            if part in problem:
                told, remedy = f"not valid YAML: {cause}", cure
                break
        place = self._place(mark) if mark else Place(file=self.file)
        self._add(place, "yaml-syntax", told, remedy)

    def _place(self, mark: Any) -> Place:
        return Place(file=self.file, line=mark.line + 1, column=mark.column + 1)

    def _report(self, event: Any, rule: str, message: str, remedy: str) -> None:
        self._add(self._place(event.start_mark), rule, message, remedy)

    def _add(self, place: Place, rule: str, message: str, remedy: str) -> None:
        self.problems.append(an_error(place, rule, message, remedy))


def _scalar(event: Any, known: dict[str, str] | None = None) -> object:
    text: str = event.value
    if event.style:  # quoted or folded: text whatever it looks like
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    return text if known is None else known.setdefault(text, text)
