"""Facts from text: one table per field, in five languages."""

from datetime import date

import pytest

from domain.matching import Modality
from domain.postings import DeadlineKind, Salary
from tests.unit.matcher.reading import place, read


@pytest.mark.parametrize(
    ("raw", "text", "kind", "day"),
    [
        (None, "Søknadsfrist: 13. desember 2026.", "date", date(2026, 12, 13)),
        (None, "Søk senest fredag 8. januar.", "date", date(2027, 1, 8)),
        (None, "Please apply by 11 December 2026; we cannot wait.", "date", date(2026, 12, 11)),
        (None, "Sista ansökningsdag är 1 december.", "date", date(2026, 12, 1)),
        (None, "Ansøgningsfrist: 09-12-2026. Samtaler afholdes løbende.", "date", date(2026, 12, 9)),
        (None, "Søknader blir vurderte fortløpande.", "rolling", None),
        (None, "Tiltredelse og frist: snarest mulig.", "asap", None),
        (None, "Tiltredelse snarest mulig og senest 1. mars 2027.", "none", None),
        (None, "Intervjuer holdes 5. januar. Søkerlisten sendes innen 18. desember 2026.", "none", None),
        ("Snarest", "Søknadsfrist 1. desember 2026.", "date", date(2026, 12, 1)),
        ("Snarest", "Søk så fort du kan, og senest 10. desember.", "date", date(2026, 12, 10)),
        (None, "Vi tar imot søknader til og med 3. desember.", "date", date(2026, 12, 3)),
        (None, "Applications are open until 4 December 2026.", "date", date(2026, 12, 4)),
        (None, "Du kan søke frem til 9. desember.", "date", date(2026, 12, 9)),
        ("Snarest", "Vi vurderer søknader fortløpende.", "asap", None),
        ("1.12.2026", "Søknadsfristen er forlenget til 10. desember 2026.", "date", date(2026, 12, 10)),
        ("1.12.2026", "Søknadsfrist 5. desember 2026.", "date", date(2026, 12, 1)),
        ("1970-01-01T00:00:00", "Hei.", "asap", None),
    ],
)
def test_deadline_from_field_and_text(raw, text, kind, day):
    fields = read(f"<p>{text}</p>", deadline_raw=raw).fields
    assert (str(fields.deadline_kind), fields.deadline) == (kind, day)


def test_a_contradiction_of_field_and_text_is_kept():
    fields = read("<p>Søknadsfrist 5. desember 2026.</p>", deadline_raw="1.12.2026").fields
    assert fields.conflicts
    assert fields.deadline_kind is DeadlineKind.DATE


def nok(low, high, period="year", currency="NOK"):
    return Salary(low, high, currency, period)


@pytest.mark.parametrize(
    ("text", "salary"),
    [
        ("Lønn kr 620 000–710 000 i 100 % stilling.", nok(620000, 710000)),
        ("Årslønn mellom kr. 640.000,- og 720.000,- per år.", nok(640000, 720000)),
        ("Lønn: ca 600 000,- pr år + vakttillegg.", nok(600000, 600000)),
        ("Lønn fra kr 510 000.", nok(510000, None)),
        ("Lønn 52 000–56 000 kr per måned.", nok(52000, 56000, "month")),
        ("Timelønn kr 215,- pluss tillegg.", nok(215, 215, "hour")),
        ("Fastlønn 420 000 + provisjon (de beste tjener over 900 000).", nok(420000, 420000)),
        ("OTE NOK 900k–1.1m (70/30).", nok(900000, 1100000)),
        ("Salary NOK 700,000 – 820,000 depending on experience, plus options.", nok(700000, 820000)),
        ("Lønnstrinn 45-52, kr 480 000 - 540 000.", nok(480000, 540000)),
        ("Løn efter aftale, ca. 45.000 DKK per måned.", nok(45000, 45000, "month", "DKK")),
        ("Fastlønn 900–980 000 og bonus.", nok(900000, 980000)),
        ("Ca. 900 000 kr i årslønn, avhengig av kompetanse.", nok(900000, 900000)),
        ("Fast jobb, 80–100 % etter avtale, og 48.000 kroner måneden.", nok(48000, 48000, "month")),
        ("Base of NOK 620,000 plus commission.", nok(620000, 620000)),
        ("Konkurransedyktig lønn og bonus på inntil 15 %.", None),
        ("Budsjett på 46 millioner kroner.", None),
        ("Shift allowance of NOK 65 per hour.", None),
        ("Vi tok imot 290 000 henvendelser i året.", None),
        ("Lønn i lønnstrinn 60-68.", None),
        ("Treningsstøtte på inntil 3 000 kroner.", None),
        ("NOK 720k-800k.", nok(720000, 800000)),
        ("Årslønn 780' – 880'.", nok(780000, 880000)),
        ("215 kr timen.", nok(215, 215, "hour")),
        ("Salary: £450.00 - £500.00 per day", nok(450, 500, "day", "GBP")),
    ],
)
def test_pay(text, salary):
    assert read(f"<p>{text}</p>").fields.salary == salary


def test_swedish_pay_is_in_kronor():
    text = "<p>Vi söker en chef till vår kundtjänst och du får ansvar för att leda den. Månadslön 45 000–52 000 kr.</p>"
    assert read(text).fields.salary == Salary(45000, 52000, "SEK", "month")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Fast stilling på 100 %.", "permanent"),
        ("Fast, 100 %. Arbeidstid 08-16.", "permanent"),
        ("Stillingene er 60-100 %, faste.", "permanent"),
        ("Vikariat i 12 måneder, med mulighet for fast ansettelse.", "substitute"),
        ("Engasjement, 2 år", "temporary"),
        ("Midlertidig ansettelse i 6 måneder, med gode muligheter for fast.", "temporary"),
        ("Prosjektstilling i 18 måneder.", "project"),
        ("Tillsvidareanställning med provanställning.", "permanent"),
        ("While Kari is on parental leave we need you.", "substitute"),
        ("Vi har faste rutiner.", None),
    ],
)
def test_employment_type(text, kind):
    assert read(f"<p>{text}</p>").fields.employment_type == kind


@pytest.mark.parametrize(
    ("text", "extent"),
    [
        ("80–100 % fast stilling.", (80, 100)),
        ("Stillingsprosent: 100%", (100, 100)),
        ("Fast heltidsstilling.", (100, 100)),
        ("Deltid fra 20 til 50 %.", (20, 50)),
        ("Full-time, permanent.", (100, 100)),
        ("Du bruker 60 % av tiden på egne saker.", None),
        ("Pensjon med 2 % eigenandel.", None),
        ("20 % personalrabatt.", None),
        ("Bonus på inntil 15 %.", None),
    ],
)
def test_extent(text, extent):
    assert read(f"<p>{text}</p>").fields.extent_percent == extent


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Antall stillinger: 2", 2),
        ("To stillinger ledig.", 2),
        ("Vi har ledig én fast stilling som leder.", 1),
        ("Vi trenger tre kundebehandlere.", 3),
        ("Vi har 19 butikker og søker en leder.", None),
        ("Du kan søke på en stilling hos oss.", None),
        ("You can apply to positions with us.", None),
    ],
)
def test_positions(text, count):
    assert read(f"<p>{text}</p>").fields.positions == count


@pytest.mark.parametrize(
    ("text", "remote"),
    [
        ("Mulighet for hjemmekontor to dager i uken.", "hybrid"),
        ("Det er ikke mulighet for hjemmekontor.", "onsite"),
        ("Oppmøte på Hamar; ingen hjemmekontor.", "onsite"),
        ("Fully remote within Norway.", "remote"),
        ("Viss möjlighet till distansarbete.", "hybrid"),
        ("Du kan arbejde hjemmefra to dage om ugen.", "hybrid"),
        ("The job is on site.", "onsite"),
        ("Kontoret ligger ved stasjonen.", None),
    ],
)
def test_remote(text, remote):
    assert read(f"<p>{text}</p>").fields.remote == remote


def test_experience_with_remote_teams_is_no_home_office():
    assert read("<h3>Nice to have</h3><ul><li>Experience with remote teams</li></ul>").fields.remote is None


def under_krav(text):
    return read(f"<h3>Krav</h3><ul><li>{text}</li></ul>").fields


@pytest.mark.parametrize(
    ("text", "level", "required", "substitutable"),
    [
        ("Mastergrad er ønskelig, bachelor er et krav", "bachelor", "must", False),
        ("Bachelor, men lang erfaring kan erstatte kravet", "bachelor", "must", True),
        ("Høyere utdanning på masternivå", "master", "must", False),
        ("Fagbrev i salg er en fordel", "vocational", "nice", False),
        ("Fullført videregående", "upper_secondary", "must", False),
        ("Högskoleutbildning eller motsvarande erfarenhet", "bachelor", "must", True),
        ("Eftergymnasial utbildning är meriterande", "vocational", "nice", False),
        ("A bachelor's degree, or equivalent work experience", "bachelor", "must", True),
        ("Det kreves ikke høyere utdanning", None, None, None),
        ("A degree is not required", None, None, None),
    ],
)
def test_education(text, level, required, substitutable):
    fields = under_krav(text)
    assert (fields.education_min, fields.education_required, fields.education_substitutable) == (
        level,
        required,
        substitutable,
    )


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Minst fem års erfaring med ledelse", 5),
        ("Minst to års erfaring som leder, eller fire år som teamleder", 2),
        ("Minimum 7 års ledererfaring, hvorav minst 3 fra kundesenter", 7),
        ("8+ years in customer operations", 8),
        ("Five or more years in a contact centre", 5),
        ("To–tre år i kundeservice", 2),
        ("Flera års erfarenhet som chef, minst fyra år", 4),
        ("Mindst fem års erfaring med teknisk salg", 5),
        ("Et par års erfaring som koordinator", 2),
        ("Du har vært leder i en døgnåpen virksomhet i minst tre år", 3),
        ("Har arbeidd med service i nokre år, og aller minst to", 2),
        ("Några års erfarenhet av kundservice, minst fyra", 4),
        ("Erfaring fra kundeservice, minimum halvannet år", 1.5),
        ("A couple of years as a team leader", 2),
        ("Være fylt 18 år", None),
        ("Erfaring fra salg", None),
    ],
)
def test_experience_years(text, years):
    assert under_krav(text).experience_years == years


def test_a_length_of_contract_is_no_experience():
    assert read("<p>Engasjement, 2 år. Selskapet har drevet i 11 år.</p>").fields.experience_years is None


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Ledererfaring fra kundeservice", Modality.MUST),
        ("Leiarerfaring er ønskjeleg", Modality.NICE),
        ("Minst fem år i kundeservice, hvorav to som leder", Modality.MUST),
        ("Experience managing a support team", Modality.MUST),
        ("Erfarenhet av att leda team", Modality.MUST),
        ("Ledelseserfaring er en fordel", Modality.NICE),
        ("Du trenger ikke å ha ledet et kundesenter", None),
        ("Fem års erfaring som prosjektleder", None),
        ("Experience in account management", None),
        ("Leiarrøynsle", Modality.MUST),
        ("Det er ein føremon om du har vore leiar før, men det er ikkje noko krav", Modality.NICE),
        ("Vi stiller ikke krav om ledererfaring, men det er ønskelig", Modality.NICE),
        ("Har ledet folk før, eller er klar for det", Modality.NICE),
        ("Erfarenhet av personalledning", Modality.MUST),
        ("Du har drevet et kundesenter før", Modality.MUST),
        ("Minimum 5 års erfaring, hvorav 2 år med personalansvar", Modality.MUST),
        ("10+ years in customer care, 5 of which in senior leadership", Modality.MUST),
    ],
)
def test_leadership(text, level):
    assert under_krav(text).leadership_experience is level


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Flytende norsk og engelsk; tysk er en fordel", {"no": "must", "en": "must", "de": "nice"}),
        ("Du må meistre nynorsk", {"nn": "must"}),
        ("Goda kunskaper i svenska, norska är ett plus", {"sv": "must", "no": "nice"}),
        ("Norwegian is not required", {}),
        ("Du meistrar begge målformer", {"no": "must", "nn": "must"}),
        ("Gode danskkundskaber", {"da": "must"}),
        ("Polskkunnskaper", {"pl": "must"}),
        ("Behersker du finsk, er det topp", {"fi": "nice"}),
        ("Knowledge of the Norwegian market", {}),
        ("Kunnskaper i samisk er ønskelig", {"se": "nice"}),
    ],
)
def test_languages(text, expected):
    assert {item.language: str(item.level) for item in under_krav(text).languages} == expected


@pytest.mark.parametrize("text", ["Norsk og engelsk.", "Flytende norsk og engelsk i tale og skrift."])
def test_a_sentence_of_languages_alone_asks_for_them(text):
    assert {item.language: str(item.level) for item in read(f"<p>{text}</p>").fields.languages} == {
        "no": "must", "en": "must"
    }  # fmt: skip


def test_one_of_several_languages_is_enough():
    asked = under_krav("Fluency in English and at least one of Norwegian, Swedish or Danish").languages
    groups = {item.language: item.alternatives for item in asked}
    assert groups["en"] is None
    assert len({groups[code] for code in ("no", "sv", "da")}) == 1
    assert groups["no"] is not None


@pytest.mark.parametrize(
    ("text", "shift"),
    [
        ("Du må regne med kveld og helg etter turnus.", True),
        ("Arbeidstid 08-16 med hjemmevakt hver sjette uke.", True),
        ("Du behöver kunna arbeta var fjärde helg.", True),
        ("You must be prepared to be on call every third weekend.", True),
        ("Arbeidstid 12–20 mandag til torsdag.", True),
        ("Stillingen er på dagtid.", False),
        ("Kundesenteret er ope kl. 09–15.", False),
        ("Verkstedet er åpent 07:30–16:00, torsdager til 19:00.", None),
        ("Vi er åpne alle dager 07–22.", None),
        ("Vaktordning med kveld og helg.", True),
        ("Helgejobbing annenhver uke.", True),
        ("Arbeidstid 08.00–15.45.", False),
        ("Arbejdstiden ligger i dagtimerne.", False),
        ("Du tar weekendvagt hver ottende uge.", True),
        ("Søknadsfrist søndag 6. desember.", None),
    ],
)
def test_shift_work(text, shift):
    assert read(f"<p>{text}</p>").fields.shift_work is shift


def test_planning_others_shifts_is_a_duty_only():
    html = "<h3>Arbeidsoppgaver</h3><ul><li>Turnusplanlegging for helg og kveld</li></ul>"
    assert read(html).fields.shift_work is None


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Du leder 18 kunderådgivere.", 18),
        ("Du får ansvar for kundesenteret: 32 medarbeidere fordelt på tre team.", 32),
        ("A team of 25 advisers and two supervisors reports to you, and you lead it.", 27),
        ("Du ansvarar för kundtjänsten med 28 medarbetare och tre gruppledare.", 31),
        ("Personalansvar for 21 årsverk.", 21),
        ("Du leder 12 supportere og to planleggere.", 14),
        ("Three managers and their 90 advisors report to you.", 93),
        ("18 agents in Oslo and 7 in Vilnius report to you.", 25),
        ("Førstelinjen er 19 rådgivere.", 19),
        ("47 kundeveiledere svarer når bussen er sen.", 47),
        ("The department is 28 strong, and you manage it.", 28),
        ("You lead four full-time and six part-time agents.", 10),
        ("Du har personalansvar for tolv rådgivere samt en fagansvarlig.", 13),
        ("Du leder 7,5 årsverk fordelt på 9 ansatte.", 9),
        ("Du leder elleve konsulenter og to teamledere, til sammen 13 medarbeidere.", 13),
        ("Lederansvar for tjuefem kundeveiledere.", 25),
        ("Du får ansvaret for vores supportteam: syv supportere i Odense og tre i Vejle.", 10),
        ("Du er chef for ni kundrådgivare och två farmaceuter.", 11),
        ("You manage 30 reservations agents, supported by four supervisors.", 34),
        ("Du rapporterer til kundesenterlederen, som leder 40 ansatte.", None),
        ("You head the team, plus an outsourced partner of about 20 agents.", None),
        ("Du leder vakten: åtte operatører per skift.", None),
        ("Vi er 140 ansatte.", None),
        ("Du følger opp 200 småbedrifter og selger mer.", None),
        ("Vi søker tre kundebehandlere.", None),
        ("Du leder avdelingen gjennom to teamledere.", None),
        ("Kundesenteret på Hamar har 120 medarbeidere. Stillingen har ikke personalansvar.", None),
    ],
)
def test_people_managed(text, people):
    assert read(f"<h3>Om stillingen</h3><p>{text}</p>").fields.people_managed == people


@pytest.mark.parametrize(
    ("given", "municipality", "county"),
    [
        (place("Førde", "6800"), "Sunnfjord", "Vestland"),
        (place("MO I RANA"), "Rana", "Nordland"),
        (place("Lysaker", "1366"), "Bærum", "Akershus"),
        (place("Knarvik"), "Alver", "Vestland"),
        (place("Skøyen"), "Oslo", "Oslo"),
        (place("Kristiansand S", "4638"), "Kristiansand", "Agder"),
        (place("Voss, Vestland, Norway"), "Voss", "Vestland"),
        (place("Leirvik", "5411"), "Stord", "Vestland"),
        (place("København", "2450"), None, None),
        (place("Göteborg", "411 04"), None, None),
    ],
)
def test_places_by_the_register(given, municipality, county):
    (found,) = read("", places=(given,)).fields.places
    assert (found.municipality, found.county) == (municipality, county)


def test_one_field_may_name_two_cities():
    found = read("", places=(place("OSLO; KRISTIANSAND"),)).fields.places
    assert [item.municipality for item in found] == ["Oslo", "Kristiansand"]


def test_every_quote_stands_in_the_text():
    reading = read(
        "<h3>Krav</h3><ul><li>Bachelor og minst fem års erfaring som leder i kundeservice</li>"
        "<li>Flytende norsk</li></ul>"
        "<p>Fast 100 % stilling, lønn kr 600 000, mulighet for hjemmekontor. Søknadsfrist 1. desember.</p>"
    )
    assert len(reading.fields.quotes) >= 8
    for quote in reading.fields.quotes.values():
        assert quote in reading.text


@pytest.mark.parametrize(
    "text",
    [
        "Bachelor. Har du lang praksis, kan den telle like mye som vitnemålet",
        "Fagutdanning, men erfaring veier tyngre enn papirer",
        "Bachelorgrad; kravet kan fråvikast for søkjarar med særleg relevant røynsle",
        "Bachelorgrad (men vi ser også etter deg som har gått gradene)",
        "Fagskole er ønskelig, men kan erstattes av praksis",
        "Bachelor's degree, or the experience to make up for it",
        "Høyere utdanning – men den rette erfaringen er like mye verdt",
        "Søkjarar utan bachelorgrad, men med lang røynsle, kan òg vurderast",
    ],
)
def test_experience_may_stand_in_for_education(text):
    assert under_krav(text).education_substitutable


def test_what_cannot_be_replaced_stays_asked():
    assert not under_krav("Mastergrad; erfaring kan ikke erstatte kravet til utdanning").education_substitutable


@pytest.mark.parametrize(
    ("title", "text", "found"),
    [
        ("Kundeservicesjef", "Arbeidssted: Mo i Rana.", [("Rana", "Nordland")]),
        ("Kundeservicesjef", "Stillingen er plassert i Bodø.", [("Bodø", "Nordland")]),
        ("Kundeservicesjef", "Arbeidsstad er Førde eller Voss.", [("Sunnfjord", "Vestland"), ("Voss", "Vestland")]),
        ("Customer Care Manager", "The role is based in Oslo.", [("Oslo", "Oslo")]),
        ("Kundeservicesjef – Tromsø", "Vi har kunder i Bergen.", [("Tromsø", "Troms")]),
        ("Leder kundesenter, Hamar", "", [("Hamar", "Innlandet")]),
        ("Kundeservicesjef", "Vi leverer strøm i Bergen og Voss.", []),
        ("Kundeservicesjef – Nordic", "The office is nice.", []),
    ],
)  # fmt: skip
def test_places_that_only_the_words_name(title, text, found):
    named = read(f"<p>{text}</p>", title).fields.places
    assert [(item.municipality, item.county) for item in named] == found


def test_the_portals_place_goes_before_the_words():
    (only,) = read("<p>Arbeidssted: Bergen.</p>", places=(place("Førde", "6800"),)).fields.places
    assert only.municipality == "Sunnfjord"
