"""What a heavier reader is about to do, and what it cost: on stderr, at the beginning and at the end."""

from typing import TYPE_CHECKING

from reportedly.cli.talk import plural, say

if TYPE_CHECKING:
    from reportedly.extractors.protocol import Choice, Cost


def say_where(choice: "Choice", *, quiet: bool) -> None:
    """Nothing; where the text of the reports goes, if it leaves the program."""
    if choice.endpoint:
        say(f"The text of reports that pass triage is sent to {choice.endpoint} (model {choice.model}).", quiet=quiet)


def say_cost(choice: "Choice", cost: "Cost | None", *, quiet: bool) -> None:
    """Nothing; reports, tokens, time and what was refused, in lines of text."""
    if cost is None:
        if choice.endpoint:
            say("No report was sent: none passed triage, or all were read before.", quiet=quiet)
        return
    for line in lines(choice, cost):
        say(line, quiet=quiet)


def lines(choice: "Choice", cost: "Cost") -> list[str]:
    """The same as lines."""
    sent = f"{plural(cost.asked, 'report')} read by {choice.model or choice.name}"
    if cost.answered < cost.asked:
        sent = f"{cost.answered:,} of {sent}; the rules read the rest"
    tokens = f"{_count(cost.tokens_in)} tokens in, {_count(cost.tokens_out)} out"
    told = [f"{sent}; {tokens}; {cost.seconds:.1f} seconds of waiting"]
    refused = sum(cost.refused.values())
    told.append(f"{plural(cost.kept, 'claim')} kept, {refused:,} refused{':' if refused else ''}")
    ranked = sorted(cost.refused.items(), key=lambda item: (-item[1], item[0]))
    return [*told, *(f"  {times:,} for {reason}" for reason, times in ranked)]


def _count(tokens: int | None) -> str:
    return "unknown" if tokens is None else f"{tokens:,}"
