"""How many examples a property is tried on: few every day, as many as AYUMI_EXAMPLES says when somebody has time."""

import os

from hypothesis import HealthCheck, settings

EXAMPLES = "AYUMI_EXAMPLES"


def thorough(usually: int) -> settings:
    """Settings for a property; the same examples in every ordinary run."""
    given = os.environ.get(EXAMPLES)
    return settings(
        max_examples=int(given) if given else usually,
        derandomize=given is None,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
