"""Figures counted from adverts, as a part of a catalogue."""

import json
from pathlib import Path

import pytest

from mlroles.catalogue.load import load
from mlroles.core.adverts.document import read_document
from mlroles.core.adverts.roles import OTHER_WORK, RoleTeller
from mlroles.core.catalogue import Catalogue
from mlroles.core.model.errors import InvalidCatalogue

OURS = {
    "source": "editorial",
    "adverts": {"forecaster": 40, "data-engineer": 40, OTHER_WORK: 40},
    "counted_as": {},
    "named": 100,
    "named_first": 50,
    "usual": 10,
    "fewest": 10,
    "skills": {"python": [60, 10, 10, -20]},
    "words": {"demand plans": [30, 200, -100, -100]},
}


def layer(folder: Path, figures: str) -> str:
    (folder / "catalogue.yaml").write_text("extends: bundled\n", "utf-8")
    (folder / "adverts.json").write_text(figures, "utf-8")
    return str(folder)


def test_a_layer_brings_its_own(tmp_path: Path) -> None:
    """Figures of a layer replace those below, compiled too; unknown roles are left out."""
    path = layer(tmp_path, json.dumps(OURS))
    for _ in ("from the files", "compiled"):
        shares = RoleTeller(load(path))(read_document("You write demand plans."), ())
        assert [share.role for share in shares] == ["data-engineer", OTHER_WORK]
        assert shares[0].reasons[0].what == "demand plans"
        assert shares[0].score == pytest.approx(-1)


def test_a_layer_without_keeps_those_below(tmp_path: Path, bundled: Catalogue) -> None:
    """What a layer says nothing of stays."""
    (tmp_path / "catalogue.yaml").write_text("extends: bundled\n", "utf-8")
    assert load(str(tmp_path)).adverts["roles"] == bundled.adverts["roles"]


def test_a_catalogue_of_its_own_need_not_have_any(sound_copy: Path) -> None:
    """They are not a part of every catalogue."""
    (sound_copy / "adverts.json").unlink()
    assert dict(load(str(sound_copy)).adverts) == {}


@pytest.mark.parametrize(
    ("figures", "told"),
    [
        ("{", "error[shape]: not valid JSON"),
        (json.dumps(OURS | {"usual": "many"}), "error[shape]: usual"),
        (json.dumps({"source": "editorial"}), "error[shape]"),
    ],
)
def test_what_is_wrong_with_them_is_said(tmp_path: Path, figures: str, told: str) -> None:
    """Figures that cannot be read are an error with the file's name."""
    with pytest.raises(InvalidCatalogue) as error:
        load(layer(tmp_path, figures))
    assert "adverts.json" in error.value.details[0]
    assert told in error.value.details[0]
