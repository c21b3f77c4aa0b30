"""Every word that a digest says, and the bokmål catalogue; ``alerts.languages`` holds all of them.

``{…}`` are filled in by ``alerts.phrases`` and the templates. Deadline words are those of arbeidsplassen.no.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """One language's catalogue. Names of days begin on Monday, names of months in January."""

    tag: str
    """BCP 47."""
    days: tuple[str, ...]
    months: tuple[str, ...]
    date: str
    date_with_year: str

    apply_by: str
    today: str
    tomorrow: str
    day_after_tomorrow: str
    asap: str
    asap_by: str
    rolling: str
    no_deadline: str

    pay: str
    pay_exact: str
    pay_range: str
    pay_from: str
    pay_up_to: str
    no_pay: str
    currencies: Mapping[str, str]
    periods: Mapping[str, str]
    thousands: str
    decimal: str

    percent: str
    has: str
    lacks: str
    not_stated: str
    and_more: str
    shortened: tuple[tuple[str, str], ...]
    """Pattern and replacement: the matcher's sentences without what stands in front of the list already."""
    unsaid: tuple[str, ...]
    """Beginnings of the matcher's sentences that say nothing about this opening."""

    new_one: str
    new_many: str
    heading_one: str
    heading_many: str
    subject: str
    subject_first_deadline: str
    subject_only_deadline: str
    subject_asap: str
    no_title: str
    no_employer: str
    no_place: str
    more_places: str
    more_from_employer: str
    more_sources: str
    rest_link: str
    rest_command: str
    see_all: str
    source: str
    sources: str

    why: str
    why_query: str
    why_min_score: str
    stop_link: str
    stop_command: str
    stop_label: str


NB = Words(
    tag="nb",
    days=("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    months=(
        "januar",
        "februar",
        "mars",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "desember",
    ),
    date="{weekday} {day}. {month}",
    date_with_year="{weekday} {day}. {month} {year}",
    apply_by="Søk senest {when}",
    today="i dag",
    tomorrow="i morgen",
    day_after_tomorrow="i overmorgen",
    asap="Søk snarest mulig",
    asap_by="Søk snarest mulig, senest {when}",
    rolling="Fortløpende",
    no_deadline="Frist ikke oppgitt",
    pay="Lønn: {pay}",
    pay_exact="{low} {currency} {period}",
    pay_range="{low}–{high} {currency} {period}",
    pay_from="fra {low} {currency} {period}",
    pay_up_to="opptil {high} {currency} {period}",
    no_pay="Lønn ikke oppgitt",
    currencies={"NOK": "kr"},
    periods={
        "year": "i året",
        "month": "i måneden",
        "week": "i uken",
        "day": "per dag",
        "hour": "i timen",
    },
    thousands="\u00a0",
    decimal=",",
    percent="{score}\u00a0%",
    has="har",
    lacks="mangler",
    not_stated="ikke oppgitt",
    and_more="{count} til",
    shortened=(
        ("^(?:du har|ikke nevnt:) ", ""),
        (" (?:mangler|er ikke (?:oppgitt|omtalt))$", ""),
        ("^(krav|ønske): (.+)$", r"\2 (\1)"),
    ),
    unsaid=("profilen ", "annonsen ", "omfang og arbeidstid kan ikke ", "kan ikke sammenlignes"),
    new_one="1 ny",
    new_many="{count} nye",
    heading_one="1 ny stilling",
    heading_many="{count} nye stillinger",
    subject="{new}: {opening}",
    subject_first_deadline="{subject} – første frist {when}",
    subject_only_deadline="{subject} – frist {when}",
    subject_asap="{subject} – søk snarest mulig",
    no_title="Uten tittel",
    no_employer="Arbeidsgiver ikke oppgitt",
    no_place="Sted ikke oppgitt",
    more_places="{count} steder til",
    more_from_employer="+{count} til fra {employer}",
    more_sources="{count} til",
    rest_link="{count} til passer søket:",
    rest_command="{count} til passer søket. Se alle treff med kommandoen:",
    see_all="Se alle treff",
    source="Kilde",
    sources="Kilder",
    why="Du får denne e-posten fordi du har lagret søket «{name}»",
    why_query="ord: {query}",
    why_min_score="minst {score}",
    stop_link="Slutt å få disse e-postene:",
    stop_command="Slutt å få disse e-postene med kommandoen:",
    stop_label="Meld deg av",
)
