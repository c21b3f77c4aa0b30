"""Every word that a digest says, and the bokmål catalogue; ``alerts.languages`` holds all of them.

``{…}`` are filled in by ``alerts.phrases`` and the templates. Deadline words are those of arbeidsplassen.no.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LetterWords:
    """A short mail about an alert: ``{name}`` is the alert's, ``{day}`` the date it speaks of."""

    subject: str
    paragraphs: tuple[str, ...]
    button: str
    by_command: str = ""
    """In front of a command, where there is no page to go to."""


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
    full_time: str
    part_time: str

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
    day_and_time: str
    last_today: str
    trial: str
    trial_subject: str
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

    notes_name: str
    """What the mails about saved openings are called, where alerts have a name."""
    notes_heading: str
    notes_many: str
    notes_subject: str
    notes_why: str
    new_heading: str
    note_reminder: str
    note_moved: str
    note_closed: str
    note_reopened: str

    confirm: LetterWords
    renewal: LetterWords

    last_day_of: str
    """In a calendar."""
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
    full_time="Heltid",
    part_time="Deltid",
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
    day_and_time="{day} kl. {at:%H.%M}",
    last_today="Dette er dagens siste e-post om nye stillinger. Kommer det flere, står de i oppsummeringen {when}.",
    trial="Dette er en prøve: stillingene under regnes ikke som sendt.",
    trial_subject="Prøve: {subject}",
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
    notes_name="Lagrede stillinger",
    notes_heading="Stillinger du har lagret",
    notes_many="{count} beskjeder om stillinger du har lagret",
    notes_subject="{said} – {title}",
    notes_why="Du får denne e-posten fordi du har lagret stillingene over.",
    new_heading="Nye stillinger",
    note_reminder="Påminnelse: {deadline}",
    note_moved="Fristen er endret: {deadline} (før: {before})",
    note_closed="Annonsen er trukket tilbake",
    note_reopened="Annonsen er lagt ut igjen: {deadline}",
    confirm=LetterWords(
        subject="Bekreft varselet «{name}»",
        paragraphs=(
            "Noen, trolig du, har bedt om å få nye stillinger sendt til denne adressen.",
            "Bekreft for å slå varselet på. Var det ikke deg, trenger du ikke gjøre noe: uten svar sletter vi adressen "
            "etter sju dager, og du får ingen flere e-poster.",
        ),
        button="Bekreft varselet",
    ),
    renewal=LetterWords(
        subject="Vil du fortsatt ha varselet «{name}»?",
        paragraphs=(
            "Varselet har gått i snart tre måneder. Uten svar slår vi det av {day}.",
            "Ingenting blir slettet, og du kan slå det på igjen når du vil.",
        ),
        button="Behold varselet",
        by_command="Behold varselet med kommandoen:",
    ),
    why="Du får denne e-posten fordi du har lagret søket «{name}»",
    last_day_of="Søknadsfrist: {opening}",
    why_query="ord: {query}",
    why_min_score="minst {score}",
    stop_link="Slutt å få disse e-postene:",
    stop_command="Slutt å få disse e-postene med kommandoen:",
    stop_label="Meld deg av",
)
