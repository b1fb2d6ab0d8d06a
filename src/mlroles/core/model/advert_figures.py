"""The figures by which the role of an advert is recognised: what the adverts of roles name."""

from typing import Annotated

from mlroles.core.model.vocabulary import Count, Id, Part, about

Weights = Annotated[
    list[int],
    about("how many adverts name it; then for each role hundredths of a natural logarithm"),
]


class AdvertFigures(Part, frozen=True, kw_only=True):
    """How much more an advert of one role names a skill or a word than those of the others.

    The weights are those of a regularised logistic regression, scaled so that the exponentials
    of the roles' sums stand to each other as their probabilities.
    """

    source: Annotated[Id, about("a source")]
    adverts: Annotated[dict[str, Count], about("role, or other work -> how many were counted")]
    counted_as: Annotated[
        dict[Id, Id], about("role -> the role among whose adverts its own were counted")
    ]
    named: Annotated[int, about("what a name of the role in the text adds, in hundredths")]
    named_first: Annotated[int, about("what it adds if the text names no role before")]
    usual: Annotated[
        Count,
        about(
            "of so many findings each counts as it stands; its factor is the root of usual/findings"
        ),
    ]
    fewest: Annotated[Count, about("the findings that are taken for so many, if there are fewer")]
    skills: Annotated[dict[Id, Weights], about("skill -> its weights")]
    words: Annotated[dict[str, Weights], about("a word, or two that follow each other")]
