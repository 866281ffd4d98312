"""The word lists of a codebook that are no rows: each file's lists as one object."""

from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType
from typing import ClassVar, Literal

from reportedly.frozen import dataclass

_Words = tuple[str, ...]
Trait = Literal[
    "ICBM", "IRBM", "MRBM", "SRBM", "SLBM", "ALBM", "intermediate", "medium", "short", "long", "air defence", "rockets",
    "drone", "space", "cruise", "ship", "hypersonic", "submarine", "air", "ballistic", "head",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Again:
    """Nouns that, behind "the", are somebody named before, by what he or it is."""

    person: _Words = ()
    scholar: _Words = ()
    spokesman: _Words = ()
    unnamed: _Words = ()
    state: _Words = ()
    medium: _Words = ()
    paper: _Words = ()
    body: _Words = ()
    any_body: _Words = ()

    __pydantic_config__: ClassVar[Mapping[str, str]] = MappingProxyType(
        {"extra": "forbid"}
    )  # a fault for an unknown key


@dataclass(frozen=True, slots=True, eq=False)  # what is made of them is kept by them: to hash their words takes longer
class SpeakerWords:
    """Words for those who speak without a name that the codebook has; what each list is for stands in the file.

    `bodies` are words of a body's name by the class of source they make it; `several_bodies` one role of several states
    by the role's id; `nouns` what is made by speaking by the verb that makes it, `acts` what is done by it.
    """

    people: _Words = ()
    papers: _Words = ()
    mouths: _Words = ()
    only_of_states: _Words = ()
    only_of_kind: _Words = ()
    kinds: _Words = ()
    regions: _Words = ()
    qualities: _Words = ()
    trades: _Words = ()
    by_state_alone: _Words = ()
    spokesmen: _Words = ()
    officers: _Words = ()
    placed: _Words = ()
    no_own_name: _Words = ()
    heads: _Words = ()
    trades_of: _Words = ()
    of_persons: _Words = ()
    several_bodies: Mapping[str, _Words] = field(default_factory=dict)
    titles: _Words = ()
    short_titles: _Words = ()
    before_titles: _Words = ()
    not_titled: _Words = ()
    scholars: _Words = ()
    surnames_first: _Words = ()
    bodies: Mapping[str, _Words] = field(default_factory=dict)
    with_and: _Words = ()
    wider: _Words = ()
    not_first: _Words = ()
    no_epithets: _Words = ()
    kingdoms: _Words = ()
    no_person: _Words = ()
    no_bodies: _Words = ()
    labels: _Words = ()
    not_of_role: _Words = ()
    media_kinds: _Words = ()
    media: _Words = ()
    again: Again = Again()
    nouns: Mapping[str, _Words] = field(default_factory=dict)
    acts: Mapping[str, _Words] = field(default_factory=dict)
    strong_nouns: _Words = ()
    comes: _Words = ()
    not_given: _Words = ()
    documents: _Words = ()
    own_documents: _Words = ()
    pictures: _Words = ()
    silent: _Words = ()
    leading: _Words = ()
    unknown: Mapping[str, _Words] = field(default_factory=dict)
    between: _Words = ()
    channels: _Words = ()
    audience: _Words = ()


@dataclass(frozen=True, slots=True, eq=False)
class SpeechVerbs:
    """How single verbs of speech stand, in base form. `nouns_too` are nouns as often, by form in `noun_forms`. Where they
    stand before an infinitive ("was said to be") the `reduced` say nothing; the `never_inverted` stand behind their
    speaker; the `of_things_too` ask for a person; classes of `ahead` say it even before it is done ("will condemn").
    Speech by `news` or `bids` may be what a report is about; of what is `hands_out` none may be: "no height was given";
    with `bid_to` somebody is asked to do a thing; what `replaces` an account leaves what it was of. Behind
    `does_so` an infinitive or gerund is done by their subject, of
    `brings_to` by their object."""

    nouns_too: _Words = ()
    noun_forms: _Words = ()
    reduced: _Words = ()
    never_inverted: _Words = ()
    of_things_too: _Words = ()
    ahead: _Words = ()
    news: _Words = ()
    bids: _Words = ()
    hands_out: _Words = ()
    bid_to: _Words = ()
    replaces: _Words = ()
    does_so: _Words = ()
    brings_to: _Words = ()


@dataclass(frozen=True, slots=True, eq=False)
class Phrases:
    """How reports say what is no name and no single word, as regular expressions in small letters: how it went, the traits
    that make a class of weapon, what it was fired from and how it flew, each by its code; what is not told, by its field;
    hedges by what they leave, words of censure and denial, of shooting down and of wreckage; what war does, by its kind, and words for strikes; what tells
    where it started from where something else was, who struck from who was struck, and what an incident leaves behind it, by what it is."""

    outcomes: Mapping[Literal["success", "failure", "intercepted", "escaped"], _Words] = field(default_factory=dict)
    traits: Mapping[Trait, _Words] = field(default_factory=dict)
    platforms: Mapping[str, _Words] = field(default_factory=dict)
    trajectories: Mapping[str, _Words] = field(default_factory=dict)
    withheld: Mapping[str, _Words] = field(default_factory=dict)
    hedges: Mapping[str, _Words] = field(default_factory=dict)
    censure: _Words = ()
    denial: _Words = ()
    downing: _Words = ()
    wreckage: _Words = ()
    harm: Mapping[str, _Words] = field(default_factory=dict)
    strikes: _Words = ()
    scenes: Mapping[str, _Words] = field(default_factory=dict)
    traces: Mapping[str, _Words] = field(default_factory=dict)
