"""The names that this PC's user has gone by: whatever the present one is, what she did is hers to take back.

They are kept in her own folder, not in the plan: there a step bears the one name under which it was made.
"""

import getpass

from db.store.disk import write_whole
from db.store.folders import home
from plan.errors import PlanError

_FILE = "names.txt"


def names(given: str) -> tuple[str, ...]:
    """The given name, or the login name where there is none; behind it all others, which a new one joins for good."""
    login, former = getpass.getuser(), _former()
    found = tuple(dict.fromkeys((given or login, login, *former)))
    if given and given not in former:
        _keep((*former, given))
    return found


def _former() -> tuple[str, ...]:
    try:
        return tuple((home() / _FILE).read_text(encoding="utf-8").splitlines())
    except (OSError, UnicodeError):
        return ()


def _keep(all_names: tuple[str, ...]) -> None:
    try:
        home().mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(home() / _FILE, "".join(f"{name}\n" for name in all_names).encode())
    except (OSError, PlanError):
        return  # until it can be written, the present name and the login name are known
