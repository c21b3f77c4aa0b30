"""What is asked in words that nobody listed: claims of the person sought, rows of qualities, demands without a verb."""

import pytest

from tests.unit.matcher.reading import read


def asked(html):
    return {mention.span.quote: str(mention.modality) for mention in read(html).mentions}


def quotes(phrase):
    return list(asked(f"<p>{phrase}</p>"))


@pytest.mark.parametrize(
    ("phrase", "claim"),
    [
        ("Den rette har stått i en storm før.", "stått i en storm før"),
        ("Vi leter etter en leder som har ryddet i et etterslep.", "ryddet i et etterslep"),
        ("Kandidaten har fått ned ventetida.", "fått ned ventetida"),
        ("Du må våge å stå alene.", "våge å stå alene"),
        ("Det held at du kan lese eit kart.", "kan lese eit kart"),
        ("Høyt på ønskelista ligger praksis fra et verft.", "praksis fra et verft"),
        ("Nå trenger vi en som kan stagge en storm.", "stagge en storm"),
        ("Someone who has run a ferry queue.", "run a ferry queue"),
        ("Du skal være vant til å skrive avslag.", "være vant til å skrive avslag"),
        ("Du har teft for hvem som er sint.", "teft for hvem som er sint"),
        ("The right person has turned a weary floor around.", "turned a weary floor around"),
        ("Applicants need a head for figures.", "a head for figures"),
        ("Vi söker dig som har byggt upp ett lag.", "byggt upp ett lag"),
        ("Du har opbygget et hold fra bunden.", "opbygget et hold fra bunden"),
        ("We want somebody with a track record in claims.", "a track record in claims"),
    ],
)
def test_what_the_person_sought_has_done_or_can_is_asked(phrase, claim):
    found = quotes(phrase)
    assert any(claim in quote or quote in claim for quote in found), found


@pytest.mark.parametrize(
    "phrase",
    [
        "Avdelingen har bygget opp et arkiv.",
        "Vi søker en leder til et verksted som har stått stille siden mai.",
        "Det må du også kunne vise til.",
        "Forgjengeren din har ryddet i hele etterslepet.",
        "Kollegene har stått i en storm før.",
        "Når du har jobbet her et år, får du en båt.",
        "Du har bakvakt hver femte uke.",
        "Du har kort vei til toget.",
        "Vi trenger en salgssjef som kan løfte våre selgere.",
        "We have rolled out a new platform.",
        "Kundene våre er krevende, morsomme og trofaste.",
        "The building is old, draughty and lovely.",
        "Har du stått fast på fjellet i februar?",
    ],
)
def test_what_others_do_and_what_is_given_is_not_asked(phrase):
    assert quotes(phrase) == []


@pytest.mark.parametrize(
    ("phrase", "row"),
    [
        ("Vedkommende er uredd, saklig og tett på.", ["uredd", "saklig", "tett på"]),
        ("Kandidaten er oppriktig og leken.", ["oppriktig", "leken"]),
        ("Vi er ute etter en som er lun, leken og rettvis.", ["lun", "leken", "rettvis"]),
        ("Det blir lagt vekt på lunt lynne og takhøgd.", ["lunt lynne", "takhøgd"]),
        ("It helps to be playful, fair and hard to shock.", ["playful", "fair", "hard to shock"]),
        ("Skills we look for: map reading, knot tying", ["map reading", "knot tying"]),
        ("Lun, saklig og leken: slik vil kollegene beskrive deg.", ["Lun", "saklig", "leken"]),
        ("Stø, lun og rettvis er ord som høver på deg.", ["Stø", "lun", "rettvis"]),
        ("Vi verdsetter takhøyde, latter og ryggrad.", ["takhøyde", "latter", "ryggrad"]),
        ("Hos oss teller takhøyde og latter mer enn titler.", ["takhøyde", "latter"]),
        ("You are frank, witty and hard to rattle.", ["frank", "witty", "hard to rattle"]),
        ("What matters to us is candour, wit and pluck.", ["candour", "wit", "pluck"]),
    ],
)
def test_qualities_in_a_row_are_traits(phrase, row):
    found = quotes(phrase)
    assert [quote for quote in row if quote not in found] == []


@pytest.mark.parametrize("phrase", ["Vi verdsetter mangfold og likestilling.", "Vi liker kunder og kolleger."])
def test_what_the_firm_believes_in_is_no_quality(phrase):
    assert quotes(phrase) == []


@pytest.mark.parametrize(
    ("item", "asked"),
    [
        ("Sans for kart; her gir vi oss ikke", ["Sans for kart"]),
        ("Three years is our yardstick", []),
        ("Vi mener alvor", []),
        ("Vana av kartor; vi menar allvar", ["Vana av kartor"]),
    ],
)
def test_a_remark_beside_a_demand_asks_for_nothing(item, asked):
    assert quotes(f"<h3>Krav</h3><ul><li>{item}</li></ul>") == asked


@pytest.mark.parametrize(
    "phrase", ["Du har hotellet alene etter klokka ti.", "Politiattest etter apotekloven innhentes."]
)
def test_a_place_of_the_firm_and_the_ground_in_law_are_no_skills(phrase):
    assert not any("hotell" in quote or "loven" in quote for quote in quotes(phrase))


def test_a_paragraph_without_verbs_below_a_heading_is_a_list():
    html = "<h3>Krav</h3><p>Resultater fra et travelt mottak. Sans for folk. Fast stilling. Vi holder til i Bodø.</p>"
    found = asked(html)
    assert {"Resultater fra et travelt mottak", "Sans for folk"} <= found.keys()
    assert not any("stilling" in quote or "Bodø" in quote for quote in found)


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Du må kunne Excel, eventuelt Calc.", "Calc"),
        ("Du må kjenne Zendesk, Kundo eller tilsvarende køsystem.", "tilsvarende køsystem"),
        ("Du må kjenne Kundo eller Trippel fra før.", "Trippel"),
        ("You must know Genesys, or Kvasir, well.", "Kvasir"),
    ],
)
def test_alternatives_of_tools_are_tools(phrase, name):
    assert name in quotes(phrase)


@pytest.mark.parametrize(
    ("item", "kept"),
    [
        ("kan ta seinvakt til kl. 21 hver torsdag", True),
        ("To be free for late shifts and every other weekend", True),
        ("Mulighet til å jobbe lørdager og kvelder", True),
        ("Du kan planlegge skiftene til de andre", False),
    ],
)
def test_odd_hours_among_the_demands_are_asked_of_the_applicant(item, kept):
    traits = [mention for mention in read(f"<h3>Krav</h3><ul><li>{item}</li></ul>").mentions if mention.kind == "trait"]
    assert bool(traits) is kept


@pytest.mark.parametrize(
    "item",
    [
        "Fagbrev. Den som mangler det, kan ta det det første året",
        "Bachelor; lang praksis fra lignende stilling kan telle i stedet",
        "Kurs i brannvern. Det kan tas etter at du har begynt",
    ],
)
def test_what_becomes_of_a_lack_is_no_demand(item):
    mentions = read(f"<h3>Krav</h3><ul><li>{item}</li></ul>").mentions
    assert {mention.kind for mention in mentions} <= {"certification", "education"}
