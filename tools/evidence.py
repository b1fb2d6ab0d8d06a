"""Measure the catalogue against public data, and write what was found into docs/evidence.md.

    python tools/evidence.py FOLDER [--check] [--quick]

FOLDER holds the public files that CONTRIBUTING.md lists. With --check nothing is written, and
the script ends with 1 if the document would change.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from measure import (
    adverts,
    advice,
    edison,
    extraction,
    framework,
    importance,
    market,
    related,
    relevance,
)
from mlroles.catalogue.files.paths import bundled_folder
from mlroles.catalogue.load import load
from mlroles.core.catalogue import Catalogue
from mlroles.core.model.names import fold

DOCUMENT = Path(__file__).parent.parent / "docs" / "evidence.md"
MARK = "<!-- measured -->"
ROLES_PART = "| roles recognised |"
"""How the last part begins."""


def on_esco(folder: Path) -> Iterator[str]:
    """What is measured on ESCO, imported: the slowest part."""
    catalogue = relevance.esco_catalogue(folder)
    yield from relevance.esco_report(catalogue, folder)
    yield from extraction.esco_report(catalogue, folder)


def report(
    catalogue: Catalogue, folder: Path, esco: Sequence[str], roles: Sequence[str]
) -> Iterator[str]:
    """The measured part of docs/evidence.md; `esco` and `roles` are its slow parts.

    The one is on ESCO, the other on the roles of adverts.
    """
    pairs = market.market_pairs(catalogue, folder)
    agreement = market.spearman([(pair.adverts, pair.catalogue) for pair in pairs])
    yield f"Agreement with the market: Spearman {agreement:.2f} over {len(pairs)} pairs.\n"
    yield "| roles | adverts (cosine) | catalogue (similarity) |\n| --- | --: | --: |"
    for pair in sorted(pairs, key=lambda pair: -pair.adverts):
        yield f"| {pair.a}, {pair.b} | {pair.adverts:.2f} | {pair.catalogue:.2f} |"
    terms = market.advert_terms(folder)
    missing = market.unresolved(catalogue, terms)
    share = 1 - len(missing) / len(terms)
    newest = list(adverts.read_adverts(folder / "data/ads/dev.jsonl"))
    named = list(adverts.named_by(newest, adverts.terms_of(catalogue)))
    counts = adverts.counted(named)
    newer = adverts.pairs(catalogue, counts)
    alike = {(pair.a, pair.b): pair.catalogue for pair in newer}

    def agrees(drawn: adverts.Counts) -> float:
        cosines = adverts.cosines(catalogue, drawn)
        return market.spearman([(cosines[pair], score) for pair, score in alike.items()])

    low, high = adverts.interval(agrees, named)
    older = market.spearman([(p.adverts, p.catalogue) for p in pairs if (p.a, p.b) in alike])
    yield f"\nThe same with adverts of 2024 and later: Spearman {agrees(counts):.2f} over"
    yield f"{len(newer)} pairs, of the roles with at least 30 adverts; 95 % of it lies between"
    yield f"{low:.2f} and {high:.2f} if the adverts of each role are drawn anew, 400 times. The"
    yield f"adverts of all years give {older:.2f} over the same pairs.\n"
    yield from importance.report(catalogue, counts)
    yield f"\nCoverage: {len(terms) - len(missing)} of {len(terms)} terms ({share:.1%}) resolve;"
    yield f"not so: {', '.join(missing) or 'none'}.\n"
    searched = adverts.asked_for(adverts.count(newest, adverts.searched_terms()))
    lost = market.unresolved(catalogue, searched)
    yield f"In adverts of 2024 and later: {len(searched) - len(lost)} of {len(searched)} terms;"
    yield f"not so: {', '.join(sorted(lost)) or 'none'}.\n"
    titles, others = market.classified_titles(catalogue, folder), market.other_titles()
    meant = sum(market.means(catalogue, title.title, title.role) for title in titles)
    apart = sum((title.role, fold(title.title)) in others for title in titles)
    yield f"Alternate names: {len(titles)} titles stand under exactly or closely matched codes;"
    yield f"{meant} of them resolve to the role, {apart} mean other work and do not.\n"
    families = len(market.strangers(catalogue))
    yield f"Pairs of roles of one family with similarity 0: {families}.\n"
    yield from related.report(folder)
    yield from ["", *esco, ""]
    yield from relevance.report(catalogue, folder)
    yield ""
    yield from framework.report(folder)
    emphasis = list(edison.pairs(catalogue, folder).values())
    yield from edison.report(catalogue, folder, market.spearman(emphasis))
    yield ""
    yield from advice.report(catalogue, folder)
    yield "\n## Adverts\n"
    yield from extraction.report(catalogue)
    yield from ["", *roles]


def main() -> int:
    """Measure; write the document, or with --check return 1 if it would change."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="the folder of public files")
    parser.add_argument("--check", action="store_true", help="write nothing")
    parser.add_argument(
        "--quick", action="store_true", help="take what is slow as the document tells it"
    )
    options = parser.parse_args()
    catalogue = load(bundled_folder())
    before, _, told = DOCUMENT.read_text("utf-8").partition(MARK)
    if options.quick:
        esco = told[told.index(relevance.ESCO_PART) :].split("\n\n")[0].splitlines()
        roles = told[told.index(ROLES_PART) :].splitlines()
    else:
        from measure import roles_told  # it needs the extra `derive`

        esco = list(on_esco(options.folder))
        roles = list(roles_told.report(catalogue, options.folder))
    measured = "\n".join(report(catalogue, options.folder, esco, roles))
    document = f"{before}{MARK}\n\n{measured}\n"
    if document == DOCUMENT.read_text("utf-8"):
        return 0
    if options.check:
        print(f"{DOCUMENT} is out of date; measured now:\n{measured}")
        return 1
    DOCUMENT.write_text(document, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
