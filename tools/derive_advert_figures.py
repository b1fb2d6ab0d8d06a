"""Derive the figures by which the role of an advert is told from labelled adverts.

    python tools/derive_advert_figures.py ads/dev.jsonl [--check]

It writes src/mlroles/data/adverts.json: counts and weights of skills, of single words and of
pairs of words that many adverts of many employers name; no text. With --check nothing is written,
and the script ends with 1 if the file would change. It needs the extra `derive`.
"""

import argparse
import json
import sys
from pathlib import Path

from measure.role_figures import Model, fitting_heat, read_texts, roles_told
from measure.roles_told import cross_validated
from mlroles.catalogue.files.paths import ADVERTS, bundled_folder
from mlroles.catalogue.load import load
from mlroles.core.model.advert_figures import AdvertFigures

FILE = Path(bundled_folder()) / ADVERTS
SOURCE = "job-adverts-2026"
ROUNDING = 3
"""By how many hundredths weights may differ on another machine."""


def written(figures: AdvertFigures) -> str:
    """The figures as JSON, a term a line."""
    lines = []
    for field in AdvertFigures.__struct_fields__:
        value = getattr(figures, field)
        if field in ("skills", "words"):
            terms = (
                f"  {json.dumps(k)}: {json.dumps(v, separators=(',', ':'))}"
                for k, v in value.items()
            )
            told = "{\n" + ",\n".join(terms) + "\n }"
        else:
            told = json.dumps(value)
        lines.append(f" {json.dumps(field)}: {told}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def main() -> int:
    """Derive the figures; write them, or with --check return 1 if they would change."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("adverts", type=Path, help="a JSON object a line")
    parser.add_argument("--check", action="store_true", help="write nothing")
    options = parser.parse_args()
    texts = read_texts(load(bundled_folder()), options.adverts)
    told = roles_told(texts)
    tested = cross_validated(texts, told)
    label = [told.index(texts.roles[row]) for row in tested.rows]
    model = Model(texts, range(len(texts.roles)), told)
    model.heat = fitting_heat(tested.scores, label)
    new = json.loads(written(model.figures(texts, SOURCE)))
    if options.check:
        return 0 if _alike(json.loads(FILE.read_text("utf-8")), new) else 1
    FILE.write_text(written(model.figures(texts, SOURCE)), "utf-8")
    return 0


def _alike(old: object, new: object) -> bool:
    """Whether figures are the same but for rounding."""
    if isinstance(old, dict) and isinstance(new, dict):
        return old.keys() == new.keys() and all(_alike(old[key], new[key]) for key in old)
    if isinstance(old, list) and isinstance(new, list):
        return len(old) == len(new) and all(map(_alike, old, new))
    if isinstance(old, int) and isinstance(new, int):
        return abs(old - new) <= ROUNDING
    return old == new


if __name__ == "__main__":
    sys.exit(main())
