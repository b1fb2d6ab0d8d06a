"""Count the adverts of 2024 and later that name each skill, by role and in all.

    python tools/count_adverts.py ads/dev.jsonl [--candidates terms.txt] [--role data-engineer]

Without --role it prints what every skill is named by, the most frequent first; with it the
skills of that role. --candidates counts the terms of a file instead, one a line, names of one
term split by "|": what the catalogue may lack, such as tests/evidence/advert_terms.txt.
"""

import argparse
from pathlib import Path

from measure.adverts import ALL, count, read_adverts, terms_of
from mlroles.catalogue.files.paths import bundled_folder
from mlroles.catalogue.load import load
from mlroles.core.model.names import fold
from mlroles.core.pay.figures import FEWEST


def main() -> None:
    """Count and print: term, adverts in all, then each role's share in percent."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("adverts", type=Path, help="a JSON object a line")
    parser.add_argument("--candidates", type=Path, help="a file of terms to count instead")
    parser.add_argument("--role", default=ALL, help="the role by whose share the list is sorted")
    options = parser.parse_args()
    catalogue = load(bundled_folder())
    terms = terms_of(catalogue)
    if options.candidates:
        lines = options.candidates.read_text("utf-8").split("\n")
        terms = {line.split("|")[0]: line.split("|") for line in lines if line.strip()}
    found = count(read_adverts(options.adverts), terms)
    roles = sorted(r for r, n in found.adverts.items() if n >= FEWEST and r != ALL)
    print("term", "known as", ALL, *roles, sep="\t")
    print("adverts", "", found.adverts[ALL], *(found.adverts[role] for role in roles), sep="\t")
    for term in sorted(terms, key=lambda term: -found.naming[term][options.role]):
        shares = (f"{found.share(term, role):.1%}" for role in roles)
        known = next((claim[1] for claim in catalogue.names.get(fold(term), [])), "-")
        print(term, known, found.naming[term][ALL], *shares, sep="\t")


if __name__ == "__main__":
    main()
