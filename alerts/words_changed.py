"""The words for what changed in an ad, in every language that Jobbvakt speaks; ``alerts.changed`` fills them in."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class ChangeWords:
    """One language's templates. ``facts``: name of a fact → how it is called when known (*the title*) and at all."""

    facts: Mapping[str, tuple[str, str]]
    changed: str
    given: str
    removed: str
    quoted: str
    day: str
    extended: str
    shortened: str
    asap: str
    rolling: str
    link: str
    contacts: str
    place_added: str
    place_removed: str
    also: str
    text_added: tuple[str, str]
    text_removed: tuple[str, str]
    text: str


_NB = ChangeWords(
    facts={
        "deadline": ("fristen", "frist"),
        "salary": ("lønnen", "lønn"),
        "places": ("arbeidsstedet", "arbeidssted"),
        "title": ("tittelen", "tittel"),
        "employer": ("arbeidsgiveren", "arbeidsgiver"),
        "department": ("avdelingen", "avdeling"),
        "extent": ("omfanget", "omfang"),
        "employment_type": ("ansettelsesformen", "ansettelsesform"),
        "positions": ("antall stillinger", "antall stillinger"),
        "start": ("oppstarten", "oppstart"),
    },
    changed="{the} er endret fra {before} til {after}",
    given="{it} er oppgitt: {after}",
    removed="{it} er ikke lenger oppgitt (var {before})",
    quoted="«{text}»",
    day="{day}. {month}",
    extended="fristen er utvidet fra {before} til {after}",
    shortened="fristen er kortet inn fra {before} til {after}",
    asap="snarest mulig",
    rolling="fortløpende",
    link="lenken til søknaden er endret",
    contacts="kontaktpersonene er endret",
    place_added="arbeidssted er lagt til: {places}",
    place_removed="arbeidssted er tatt ut: {places}",
    also=" og ",
    text_added=("1 setning er ny", "{count} setninger er nye"),
    text_removed=("1 setning er tatt ut", "{count} setninger er tatt ut"),
    text="teksten er endret: {what}",
)
_NN = ChangeWords(
    facts={
        "deadline": ("fristen", "frist"),
        "salary": ("løna", "løn"),
        "places": ("arbeidsstaden", "arbeidsstad"),
        "title": ("tittelen", "tittel"),
        "employer": ("arbeidsgivaren", "arbeidsgivar"),
        "department": ("avdelinga", "avdeling"),
        "extent": ("omfanget", "omfang"),
        "employment_type": ("tilsetjingsforma", "tilsetjingsform"),
        "positions": ("talet på stillingar", "talet på stillingar"),
        "start": ("oppstarten", "oppstart"),
    },
    changed="{the} er endra frå {before} til {after}",
    given="{it} er oppgitt: {after}",
    removed="{it} er ikkje lenger oppgitt (var {before})",
    quoted="«{text}»",
    day="{day}. {month}",
    extended="fristen er utvida frå {before} til {after}",
    shortened="fristen er korta inn frå {before} til {after}",
    asap="snarast råd",
    rolling="fortløpande",
    link="lenkja til søknaden er endra",
    contacts="kontaktpersonane er endra",
    place_added="arbeidsstad er lagd til: {places}",
    place_removed="arbeidsstad er teken ut: {places}",
    also=" og ",
    text_added=("1 setning er ny", "{count} setningar er nye"),
    text_removed=("1 setning er teken ut", "{count} setningar er tekne ut"),
    text="teksten er endra: {what}",
)
_EN = ChangeWords(
    facts={
        "deadline": ("the deadline", "a deadline"),
        "salary": ("the pay", "pay"),
        "places": ("the place of work", "a place of work"),
        "title": ("the title", "a title"),
        "employer": ("the employer", "an employer"),
        "department": ("the department", "a department"),
        "extent": ("the extent", "the extent"),
        "employment_type": ("the kind of employment", "the kind of employment"),
        "positions": ("the number of positions", "the number of positions"),
        "start": ("the start", "a start"),
    },
    changed="{the} was changed from {before} to {after}",
    given="{it} is stated: {after}",
    removed="{it} is no longer stated (was {before})",
    quoted="“{text}”",
    day="{day} {month}",
    extended="the deadline was extended from {before} to {after}",
    shortened="the deadline was brought forward from {before} to {after}",
    asap="as soon as possible",
    rolling="rolling admission",
    link="the link to apply was changed",
    contacts="the contact persons were changed",
    place_added="place of work added: {places}",
    place_removed="place of work taken out: {places}",
    also=" and ",
    text_added=("1 sentence is new", "{count} sentences are new"),
    text_removed=("1 sentence was taken out", "{count} sentences were taken out"),
    text="the text was changed: {what}",
)
CHANGE_WORDS: Mapping[str, ChangeWords] = {"nb": _NB, "nn": _NN, "en": _EN}
