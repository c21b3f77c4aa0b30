"""How sentences speak of certificates and licences: who holds them, who gives them, and what the next one says."""

import pytest

from domain.matching import ConceptKind
from tests.unit.matcher.reading import read

_PAPERS = (ConceptKind.CERTIFICATION, ConceptKind.LICENCE)


def papers(text):
    html = text if text.startswith("<") else f"<p>{text}</p>"
    return [str(mention.modality) for mention in read(html).mentions if mention.kind in _PAPERS]


@pytest.mark.parametrize(
    "text",
    [
        "Alle ledere må ha fagbrev i logistikk.",
        "Du er autorisert i skadeforsikring.",
        "Stillingen krever våtromssertifikat.",
        "Den som ansettes, skal dokumentere mesterbrev.",
        "Førerkort må foreligge før oppstart.",
        "Utan vaktarkurs kan du ikkje byrje.",
        "Ingen får begynne uten politiattest.",
        "Hos oss ber vi om arbeidstillatelse.",
        "Taushetserklæring undertegnes før første dag.",
        "Minstekrav: etablererprøve.",
        "Varmekurs – kreves.",
        "Applicants shall hold a WSET certificate.",
        "Autorisation som elektriker kan vi ikke gå på kompromis med.",
        "För tjänsten krävs att du är licensierad bolånerådgivare.",
        "Kørekort er nødvendigt.",
        "Du ska vara auktoriserad värderare.",
        "Kompetansebevis har du allerede.",
        "Kranførerbevis skal du til gjengjeld ha.",
        "Du har bestått eksamen som takstmann.",
        "You are a licensed electrician.",
    ],
)
def test_a_paper_is_demanded(text):
    assert papers(text) == ["must"]


@pytest.mark.parametrize(
    "text",
    [
        "Skulle du ha NEBOSH, blir vi glade.",
        "Søkere bør ha fagbrev i resepsjonsfaget.",
        "Gartnerfagbrev gjør samtalene kortere.",
        "Should: a yellow belt.",
        "Vinkurs – kjekt.",
        "Vi er godkjent lærebedrift og søker deg som gjerne har fagbrev.",
        "Vinkurs? Unødvendig, men artig.",
        "Black Belt if you have it.",
        "Motorsagkurs er ikke noe krav, men søkere som har det, foretrekkes.",
        "Me krev ikkje mesterbrev, men ser det gjerne.",
        "Vinkurs? Fint, men ingen betingelse.",
        "Candidates with NEBOSH will be given preference.",
        "Du har kanskje fagbrev i resepsjonsfaget.",
        "Folk med mesterbrev oppfordres til å søke.",
    ],
)
def test_a_paper_is_wished(text):
    assert papers(text) == ["nice"]


@pytest.mark.parametrize(
    "text",
    [
        "Brannvernkurs holder vi den første uka.",
        "Førstehjælpskursus får du af os.",
        "First aid training is provided.",
        "Truckførerbevis er forbeholdt lagerfolkene.",
        "Kursbevis kan du trygt utelate.",
        "Vi lægger ikke vægt på certifikater.",
        "Denne gangen dropper vi kravet om fagbrev.",
        "Väktarutbildning meriterar inte.",
        "Politiattest: nei.",
        "Teknikerne våre har PRINCE2. Det trenger du ikke.",
        "I fjor hadde vi krav om ITIL. Det gjør vi ikke lenger.",
        "Svennebrev etterspør vi ikke.",
        "Vi kräver inget diplom.",
        "Politiattest vert ikkje kravd.",
        "Varmekurset sender vi deg på.",
        "Du må ta ADR-kurs, og det ordner vi.",
        "Butikkene har utdannede frisører, så det trenger ikke du å være.",
    ],
)
def test_a_paper_is_not_asked_for(text):
    assert papers(text) == ["negated"]


@pytest.mark.parametrize(
    "text",
    [
        "Våre montører har fagbrev og fallsikringskurs.",
        "Etter et år betaler vi en sertifisering i coaching.",
        "Vi er godkjent lærebedrift.",
        "Teknikerne trenger fagbrev.",
        "Søkere uten fagbrev kan også vurderes.",
        "Klinikken er godkjent som lærebedrift.",
        "Vi er autorisert av Finanstilsynet.",
        "Du er utdannet jurist.",
    ],
)
def test_papers_of_others_are_not_spoken_of(text):
    assert papers(text) == []
