"""Who is in charge of people, and of which: by verb, by role, by what others wait for, by a boss's powers."""

import pytest

from domain.matching import RelevanceAnswer
from tests.unit.matcher.reading import read

YES, LEAD, NO = RelevanceAnswer.YES, RelevanceAnswer.FIRST_LINE_LEAD, RelevanceAnswer.NO
ANSWERING = "Gjester ringer oss døgnet rundt. Ti rådgivere svarer dem på telefon og chat."


def reasons(html, title):
    return [reason.text for reason in read(html, title).relevance.reasons]


@pytest.mark.parametrize(
    "told",
    [
        "Du skal lede de ti.",
        "Alle ti får deg som sjef.",
        "Du blir sjef for dem.",
        "De ti skal du lede.",
        "Laget på ti trenger en ny leder.",
        "De venter på noen som kan samle dem, og du overtar gjengen.",
        "Hele gjengen rapporterer til deg.",
        "Ansettelser, lønnssamtaler og ferie er ditt ansvar.",
        "Dei ti skal du leie.",
        "You will run the team.",
        "They want a manager of their own.",
        "You appoint, review and plan the rotas. Their manager is you.",
        "Du blir chef för dem alla, och teamet rapporterar till dig.",
        "Du står i spidsen for de ti.",
        "Den som får stillingen, leder de ti.",
        "Laget på ti har vært uten fast leder siden mai.",
    ],
)
def test_the_job_has_people_under_it(told):
    assert any(text.startswith("stillingen har personalansvar") for text in reasons(f"<p>{told}</p>", "Ny jobb"))


@pytest.mark.parametrize(
    "told",
    [
        "Du får fem uker ferie og lønnssamtale hvert år.",
        "Vi ansetter fortløpende, og ferie avtales.",
        "Du leder samtalen med kunden.",
        "Du er med og støtter sjefen.",
        "Din leder for de første ukene er Kari.",
        "You take a lead in every talk.",
        "Ingen har deg som sjef.",
        "Deres leder er kundesentersjefen.",
    ],
)
def test_the_job_has_nobody_under_it(told):
    assert not any(text.startswith("stillingen har personalansvar") for text in reasons(f"<p>{told}</p>", "Ny jobb"))


@pytest.mark.parametrize(
    ("title", "told", "answer"),
    [
        ("Kundesjef", f"{ANSWERING} Du leder de ti og har personalansvar.", YES),
        ("Kundesjef bedrift", "Du har egne kunder, selger mer til dem og svarer når de ringer.", NO),
        ("Service Delivery Lead", f"{ANSWERING} Du leder teamet og holder medarbeidersamtaler.", YES),
        ("Service Delivery Lead", "Du leder seks teknikere som drifter servere.", NO),
        ("Salgssjef", f"{ANSWERING} Du leder de ti.", NO),
        ("Er du den neste?", f"{ANSWERING} De ti skal du lede, og du tar lønnssamtalene deres.", YES),
        ("Er du den neste?", f"{ANSWERING} Nå vil de ha en kollega til.", NO),
        ("Assistent for kundeservicesjefen", f"{ANSWERING} Kundeservicesjefen leder kundeservice.", NO),
        ("Skadebehandler – leder du dialogen?", f"{ANSWERING} Du tar egne saker.", NO),
    ],
)
def test_title_and_text_are_weighed_together(title, told, answer):
    assert read(f"<p>{told}</p>", title).relevance.answer is answer


@pytest.mark.parametrize(
    ("title", "told", "answer"),
    [
        ("Gruppeleder kundesenter", "Avdelingssjefen har personalansvaret.", LEAD),
        ("Vaktansvarlig kundesenter", "Lønn og fravær har avdelingssjefen hånd om. Du har ikke personalansvar.", LEAD),
        ("Ansvarlig for kundesupport", "Du fordeler saker mellom kollegene. Ikke personalansvar.", LEAD),
        ("Fagansvarlig kundesenter", "Du veileder ni rådgivere i det daglige. Rollen er uten personalansvar.", LEAD),
        ("Fagansvarlig kundesenter", "Du skriver rutiner og holder kurs. Rollen er uten personalansvar.", NO),
        ("Kvalitetsleder kundesenter", "Du måler kvaliteten. Personalansvar følger ikke med.", NO),
        ("Customer Service Manager", "There is nobody to manage. You answer e-mail.", NO),
    ],
)
def test_without_staff_a_job_leads_the_line_only_where_it_hands_out_the_work(title, told, answer):
    assert read(f"<p>Kunder ringer oss. {told}</p>", title).relevance.answer is answer


@pytest.mark.parametrize(
    ("told", "leads"),
    [
        ("Du leder kundesenteret.", True),
        ("Du leder driften av kundesenteret.", True),
        ("Du leder tolv veiledere på kundesenteret.", True),
        ("Du leder kvalitetsarbeidet på kundesenteret.", False),
        ("You lead the design process for the contact centre.", False),
        ("Innkjøpsdirektøren leder også kundesenteret.", False),
        ("Du rapporterer til leder for kundesenteret.", False),
        ("You report to the Head of Customer Service.", False),
    ],
)
def test_it_is_the_holder_of_the_job_who_leads_the_service(told, leads):
    found = any(text.startswith("stillingen leder kundeservice") for text in reasons(f"<p>{told}</p>", "Ny jobb"))
    assert found is leads


@pytest.mark.parametrize(
    ("told", "ours"),
    [
        ("Kundetorget er åpent hver dag.", True),
        ("Du samarbeider tett med kundetorget.", False),
        ("Ukens lunsj er med kundesentersjefen.", False),
    ],
)
def test_a_neighbouring_unit_or_its_leader_is_not_the_unit_of_the_ad(told, ours):
    assert any(text.startswith("enheten tar imot") for text in reasons(f"<p>{told}</p>", "Leder")) is ours
