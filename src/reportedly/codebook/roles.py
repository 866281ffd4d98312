"""Bodies that every state has: its defence ministry, its air force, its officials."""

from collections.abc import Iterable

from reportedly.codebook.entries import BodyEntry, StateEntry
from reportedly.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Role:
    """A body every state may have. `name` is a template ("{demonym} Air Force"); `only` names the states that have
    it where not all do."""

    id: str
    name: str
    cls: str
    aliases: tuple[str, ...]
    only: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


def of_state(roles: Iterable[Role], states: Iterable[StateEntry], known: Iterable[BodyEntry]) -> dict[str, BodyEntry]:
    """A body for every role of every state that the codebook does not name itself."""
    named = {(body.state, body.role) for body in known if body.role}
    made: dict[str, BodyEntry] = {}
    for role in roles:
        for state in states:
            if (state.id, role.id) in named or (role.only and state.id not in role.only):
                continue
            body = BodyEntry(
                id=f"{state.id.lower()}_{role.id}",
                name=role.name.format(name=_short(state), demonym=_adjective(state)),
                cls=role.cls, state=state.id, role=role.id,
            )  # fmt: skip
            made[body.id] = body
    return made


def unplaced(role: Role) -> BodyEntry:
    """The role as a body whose state the text leaves open; its id begins with "?"."""
    name = role.name.replace("{name}", "").replace("{demonym}", "").strip()
    return BodyEntry(
        id=f"?{role.id}", name=name, cls=role.cls, role=role.id, aliases=role.aliases, needs=role.needs
    )  # fmt: skip


def _short(state: StateEntry) -> str:
    return state.short or state.name


def _adjective(state: StateEntry) -> str:
    return state.short or state.demonym
