"""Whatever command a name is typed for, it is said where others have it too."""

from pathlib import Path

import pytest

from conftest import Run

LAYER = {
    "catalogue.yaml": "extends: bundled\n",
    "roles/model-runner.yaml": """
name: Model Runner
alternate_names: [{name: MLOps Engineer, kind: synonym}]
definition: A model runner runs models.
family: operations
sources: [editorial]
reviewed: "2026-01-15"
""",
    "skills/concept.yaml": """
- id: snakes
  name: Snakes
  alternate_names: [Python]
  definition: Snakes.
  sources: [editorial]
""",
}


@pytest.fixture
def layer(tmp_path: Path) -> str:
    for file, text in LAYER.items():
        path = tmp_path / "layer" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return str(tmp_path / "layer")


@pytest.mark.parametrize(
    "typed",
    [
        ["show", "MLOps Engineer"],
        ["show", "MLOps", "Engineer@senior"],
        ["compare", "mlops engineer", "devops"],
        ["gap", "devops", "MLOps Engineer@senior"],
        ["path", "devops", "mlops engineer"],
        ["path", "data-analyst", "ml-engineer", "--via", "MLOps engineer"],
        ["pay", "mlops engineer"],
        ["boundary", "mlops engineer", "devops"],
        ["graph", "routes", "--around", "mlops engineer"],
        ["next-skill", "--have", "sql:3", "--for", "mlops engineer"],
        ["profile", "new", "mlops engineer@junior"],
        ["team", "check", "--seats", "2x MLOps engineer"],
    ],
    ids=" ".join,
)
def test_roles_of_one_name(run: Run, layer: str, typed: list[str]) -> None:
    """The role that is called so is meant, and the other is named."""
    result = run(*typed, "--catalogue", layer)
    assert "is taken as mlops-engineer; others have the name too: model-runner" in result.stderr


@pytest.mark.parametrize(
    "typed",
    [
        ["show", "Python"],
        ["list", "--skill", "Python"],
        ["match", "--have", "Python:3, SQL:3"],
        ["gap", "--have", "Python 3", "mlops-engineer"],
    ],
    ids=" ".join,
)
def test_skills_of_one_name(run: Run, layer: str, typed: list[str]) -> None:
    """The same for skills, in lists too."""
    result = run(*typed, "--catalogue", layer)
    assert "'Python' is taken as python; others have the name too: snakes" in result.stderr


def test_an_id_means_one(run: Run, layer: str) -> None:
    """Who names the id is told nothing."""
    assert "taken as" not in run("show", "mlops-engineer", "--catalogue", layer).stderr
