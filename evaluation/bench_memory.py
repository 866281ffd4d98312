"""How much memory a process and all it starts hold at their peak."""

import time
from contextlib import suppress
from pathlib import Path
from subprocess import Popen

PAUSE_S = 0.05
MEGABYTE = 1_000_000


def peak_of(process: "Popen[bytes]") -> float:
    """The largest sum of resident memory over the process and its descendants, in MB, once it has ended."""
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(_resident(pid) for pid in _family(process.pid)))
        time.sleep(PAUSE_S)
    return peak / MEGABYTE


def _family(root: int) -> set[int]:
    parents = {pid: parent for pid, parent in map(_parent, Path("/proc").glob("[0-9]*/stat")) if pid}
    family = {root}
    while more := {pid for pid, parent in parents.items() if parent in family} - family:
        family |= more
    return family


def _parent(stat: Path) -> tuple[int, int]:
    """The process and its parent; zeros where it has ended."""
    with suppress(OSError, IndexError, ValueError):
        return int(stat.parent.name), int(stat.read_text().rsplit(")", 1)[1].split()[1])
    return 0, 0


def _resident(pid: int) -> int:
    with suppress(OSError, StopIteration):
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
        return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) * 1024
    return 0
