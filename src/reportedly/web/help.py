"""How to read the pages: statuses, positions, stances, credibility, keys."""

from reportedly import codebook as codebooks
from reportedly.fields.wording import word
from reportedly.model import Stance, Status
from reportedly.reconcile.credibility import WORDS
from reportedly.web.page import Page
from reportedly.web.positions import SIGNS
from reportedly.web.settings import Settings

STATUSES = {
    Status.AGREED: "two origins or more say the same, within what the field tolerates (350 and 400 km are one figure, 320 and 400 are two); what is denied, supposed, taken back or not said is shown below it and contests nothing",
    Status.CONTESTED: "two positions that cannot both be true",
    Status.SINGLE_ORIGIN: "of one origin, however many outlets print it; “printed differently” where they do not give it as one figure or name",
    Status.WITHHELD: "those who spoke said that they would not say",
    Status.UNKNOWN: "nobody asserts it: it is denied, supposed, planned or withdrawn, or a person rejected it",
}
STANCES = {
    Stance.ASSERTED: "said, plainly",
    Stance.CONFIRMED: "said, and called confirmed; this raises no credibility",
    Stance.ESTIMATED: "said as an estimate or an assessment",
    Stance.ALLEGED: "told with the writer's distance: “alleged”, “reportedly”",
    Stance.SPECULATED: "supposed: “may have”, “could be”",
    Stance.DENIED: "said not to be so",
    Stance.CONDEMNED: "condemned, and so taken to have happened",
    Stance.THREATENED: "threatened",
    Stance.PLANNED: "announced as to come",
    Stance.URGED: "asked for, or warned against",
    Stance.WITHHELD: "said not to be told: “did not say how many”",
    Stance.WITHDRAWN: "taken back",
}


def help_page(settings: Settings) -> Page:
    """How to read the pages."""
    book = codebooks.load(settings.codebook)
    shows = {
        "statuses": [(status.value, SIGNS[status], told) for status, told in STATUSES.items()],
        "stances": [(stance.value, told) for stance, told in STANCES.items()],
        "digits": sorted(WORDS.items()),
        "classes": [(word("weapon_class", code), told) for code, told in book.weapon_classes.items()],
        "types": sorted((one.label, one.definition) for one in book.types.values()),
    }
    return Page("help.html", "Help", "help", shows)
