"""Replace the pay of roles by what a layer says of it."""

from mlroles.catalogue.reading.draft import Draft
from mlroles.catalogue.text.document import Document
from mlroles.core.model.likeness import suggest
from mlroles.core.model.shape import Path
from mlroles.core.model.vocabulary import replace


def replace_pay(draft: Draft) -> list[str]:
    """Take over the pay of the layer that was added last; say which roles have changed.

    Its figures of a country replace all that is known of the role's pay there. Returns
    "pay/<role>" for each.
    """
    changed = []
    told_of: set[tuple[str, str]] = set()
    for document, start, told in draft.pay:
        role = draft.entries["roles"].get(told.role)
        if role is None:
            if draft.lacks("roles", told.role):
                place = document.place((*start, "role"))
                remedy = suggest(told.role, draft.entries["roles"])
                draft.report(place, "unknown-reference", f"no role called {told.role!r}", remedy)
            continue
        countries = {pay.country for pay in told.pay}
        for country in sorted(countries):
            if (role.id, country) in told_of:
                place = document.place((*start, "role"))
                what = f"the pay of {role.id!r} in {country} stands in this file twice"
                draft.report(place, "repeated-item", what, "write all of it in one place")
            told_of.add((role.id, country))
        kept = [at for at, pay in enumerate(role.pay) if pay.country not in countries]
        moved: dict[Path, tuple[Document, Path]] = {}
        for new, old in enumerate(kept):
            moved["pay", new] = draft.locate("roles", role.id, ("pay", old))
        for new, _ in enumerate(told.pay):
            moved["pay", len(kept) + new] = (document, (*start, "pay", new))
        pays = [*(role.pay[at] for at in kept), *told.pay]
        draft.change("roles", replace(role, pay=pays), moved)
        for country in countries:
            draft.mark(f"pay/{role.id}/{country}")
        if countries and f"pay/{role.id}" not in changed:
            changed.append(f"pay/{role.id}")
    draft.pay.clear()
    return changed
