"""Who does some work, or answers for it, is asked for the skill of that work."""

from mlroles.core.catalogue import Catalogue

SKILL_OF = {
    "adapt-foundation-models": "fine-tuning",
    "administer-databases": "database-administration",
    "assess-ai-impact": "ai-impact-assessment",
    "assess-energy-use": "energy-efficient-computing",
    "audit-ai-systems": "ai-auditing",
    "back-up-data": "backup-and-recovery",
    "build-agents": "agent-development",
    "build-dashboards": "dashboard-design",
    "build-data-pipelines": "data-pipelines",
    "build-delivery-pipelines": "continuous-integration-and-delivery",
    "catalogue-data": "metadata-management",
    "check-data-quality": "data-quality-management",
    "clean-data": "data-cleaning",
    "control-costs": "cost-management",
    "deploy-models": "model-deployment",
    "design-architecture": "system-design",
    "design-experiments": "experiment-design",
    "design-prompts": "prompt-engineering",
    "elicit-requirements": "requirements-analysis",
    "evaluate-generated-output": "llm-evaluation",
    "evaluate-models": "model-evaluation",
    "explore-data": "exploratory-data-analysis",
    "filter-model-traffic": "ai-guardrails",
    "hire-people": "hiring",
    "index-documents": "vector-search",
    "manage-access": "access-management",
    "manage-model-versions": "model-management",
    "model-threats": "threat-modelling",
    "monitor-models": "model-monitoring",
    "monitor-services": "system-monitoring",
    "optimise-inference": "model-optimisation",
    "package-models": "containerisation",
    "plan-budget": "budgeting",
    "plan-capacity": "capacity-planning",
    "plan-delivery": "delivery-planning",
    "prepare-features": "feature-engineering",
    "protect-privacy": "data-privacy",
    "provision-infrastructure": "infrastructure-as-code",
    "red-team-models": "ai-red-teaming",
    "respond-to-incidents": "incident-response",
    "review-label-quality": "label-quality-assurance",
    "run-online-experiments": "a-b-testing",
    "secure-data": "information-security",
    "select-technology": "technology-evaluation",
    "test-fairness": "fairness-assessment",
    "test-model-code": "software-testing",
    "track-experiments": "experiment-tracking",
    "train-models": "model-training",
    "tune-models": "hyperparameter-tuning",
    "write-annotation-guidelines": "annotation-guidelines",
}
"""Activity -> the skill without which nobody does it well."""
OTHERWISE = {
    ("computer-vision-engineer", "prepare-features"): "image-processing",
    ("data-annotator", "adapt-foundation-models"): "data-annotation",
    ("robotics-engineer", "assess-ai-impact"): "robotics",
    ("robotics-engineer", "assess-energy-use"): "robotics",
}
"""Where a role does it by another skill: images, examples, hazards near a robot, its batteries."""


def test_work_and_skills_go_together(bundled: Catalogue) -> None:
    """Each activity that a role is responsible or accountable for has its skill in the role."""
    missing = []
    for role in bundled.roles.values():
        asked = {need.skill for need in role.requirements}
        for duty in role.responsibilities:
            skill = OTHERWISE.get((role.id, duty.activity)) or SKILL_OF.get(duty.activity)
            if duty.raci in ("R", "A") and skill and skill not in asked:
                missing.append((role.id, duty.activity, skill))
    assert missing == []


def test_the_skills_of_work_are_there(bundled: Catalogue) -> None:
    """The table names activities and skills of the catalogue."""
    assert set(SKILL_OF) <= set(bundled.activities)
    assert {*SKILL_OF.values(), *OTHERWISE.values()} <= set(bundled.skills)
