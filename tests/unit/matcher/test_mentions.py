"""Mentions: spans, alternatives, firm certificates, stated requirements."""

from domain.matching import ConceptKind, Modality
from tests.unit.matcher.reading import read


def under(heading, *items):
    return read(f"<h3>{heading}</h3><ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>")


def test_every_span_quotes_the_visible_text():
    reading = under("Krav", "Erfaring med <b>Zen</b>desk&nbsp;eller Puzzel", "Du er rolig og nøyaktig")
    assert reading.mentions
    for mention in reading.mentions:
        assert reading.text[mention.span.start : mention.span.end] == mention.span.quote


def test_alternatives_share_a_number_and_additions_do_not():
    either = under("Krav", "Zendesk, Freshdesk eller Puzzel").mentions
    assert len({mention.alternatives for mention in either}) == 1
    assert either[0].alternatives is not None
    both = under("Krav", "Zendesk og Puzzel").mentions
    assert [mention.alternatives for mention in both] == [None, None]


def test_two_items_never_share_alternatives():
    found = under("Krav", "Zendesk eller Puzzel", "Excel eller Tableau").mentions
    assert len({mention.alternatives for mention in found}) == 2


def test_the_firms_certificate_is_no_requirement():
    reading = under("Krav", "God norsk", "Vi er sertifisert etter ISO 9001 og har ITIL i alt vi gjør")
    assert not [mention for mention in reading.mentions if mention.kind is ConceptKind.CERTIFICATION]


def test_a_certificate_among_duties_is_a_way_of_working():
    (mention,) = [m for m in under("Arbeidsoppgaver", "Drive forbedring etter ITIL").mentions if "itil" in m.concept]
    assert mention.kind is ConceptKind.SKILL


def test_a_named_certificate_takes_the_place_of_the_general_word():
    kinds = [m.concept for m in under("Ønskelig", "Sertifisering i PRINCE2").mentions]
    assert kinds == ["certification.prince2"]


def test_an_unknown_requirement_is_kept_in_the_ads_own_words():
    (mention,) = under("Krav", "Erfaring fra kornsilo").mentions
    assert (mention.concept, mention.found, mention.span.quote) == ("skill.stated", "stated", "Erfaring fra kornsilo")


def test_the_subject_of_a_degree_is_no_skill():
    reading = under("Krav", "Bachelor innen økonomi, markedsføring eller ledelse")
    assert {mention.kind for mention in reading.mentions} == {ConceptKind.EDUCATION}


def test_writing_a_language_well_asks_for_the_language():
    kinds = {mention.kind for mention in under("Krav", "God skriftlig framstillingsevne på norsk").mentions}
    assert ConceptKind.SKILL not in kinds


def test_traits_are_read_where_the_ad_speaks_of_the_person():
    reading = read("<p>Vi er en trygg bank.</p><p>Som person er du strukturert, lun og rolig under press.</p>")
    quotes = {m.span.quote: m.modality for m in reading.mentions}
    assert quotes == {"strukturert": Modality.MUST, "lun": Modality.MUST, "rolig under press": Modality.MUST}


def test_a_police_certificate_is_demanded_wherever_it_stands():
    given = read("<h3>Vi tilbyr</h3><p>Firmahytte og Zendesk-kurs.</p><p>Politiattest kreves.</p>").mentions
    assert [(mention.span.quote, str(mention.modality)) for mention in given] == [("Politiattest", "must")]


def test_words_in_the_employers_name_ask_for_nothing():
    ad = "<p>Fjellhytta Booking hjelper gjestene.</p><h3>Krav</h3><ul><li>Erfaring med booking</li></ul>"
    found = read(ad, employer="Fjellhytta Booking AS").mentions
    assert [mention.span.quote for mention in found] == ["booking"]


def test_an_unknown_system_is_kept_beside_its_kind():
    found = under("Krav", "erfaring med Komtek eller andre fagsystemer").mentions
    assert [(mention.concept, mention.span.quote) for mention in found] == [
        ("tool.stated", "Komtek"),
        ("tool.case_records_system", "fagsystemer"),
    ]


def test_a_daily_responsibility_is_a_duty():
    found = read("<p>Du har det daglige lederansvaret for gruppen.</p>").mentions
    assert {mention.modality for mention in found} == {Modality.TASK}


def test_wishes_above_demands_are_wishes():
    wished = "<h3>Vi ønsker oss</h3><ul><li>Erfaring med Zendesk</li></ul>"
    demanded = "<h3>Vi krever at du har</h3><ul><li>Erfaring med Puzzel</li></ul>"
    assert [mention.modality for mention in read(wished).mentions] == [Modality.MUST]
    assert [mention.modality for mention in read(wished + demanded).mentions] == [Modality.NICE, Modality.MUST]
