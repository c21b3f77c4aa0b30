"""Whom does the unit of the ad serve, and by what means? Told by single sentences, whatever the title.

People who are no colleagues (*pasienter*, *reisende*, *policyholders*) beside a way to reach somebody (*telefon*,
*chat*, *skranke*), a unit named after those it serves (*medlemsdialog*, *reservations office*), those who answer
(*operatører*, *care advisers*). A sentence that gives all that to another unit tells the opposite.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from matcher import gates
from matcher.document import Document, trimmed
from matcher.folding import compiled, fold
from matcher.sections import Section
from matcher.voice import Voice, once_for_words, tells

PEOPLE = (
    r"(?:(?!nøkkel|nøgle|nyckel|bedrifts|stor|intern|firma)[a-zæøå]{0,18}kund(?:e|er|en|ene|ane|erna|erne|arna)s?|"
    r"innbygg(?:er|ar|jar)\w*|medborgar\w*|borger(?:e|ne|nes)?|invånar\w*|publikum|pasient\w*|patient\w*|"
    r"pårørande|pårørende|anhøriga?|\w{0,12}medlem(?:mer|mene|mar|mane|marna|merne|mers)?|members?|gjest(?:er|ene|"
    r"ar|ane)?|gäst(?:er|erna)?|gæster(?:ne)?|guests?|passasjer\w*|passager\w*|passenger\w*|reisende|resande|"
    r"resenär\w*|rejsende|travell?ers?|riders?|bilister|bilistar|abonnent\w*|subscribers?|leser(?:e|ne)|lesar(?:ar|"
    r"ane)|läsar(?:e|na)|læser(?:e|ne)|readers?|seere|seerne|lyttere|forsikringstak\w*|försäkringstag\w*|"
    r"policy ?holders?|cardholders?|skadelidte|leietak\w*|leigetak\w*|hyresgäst\w*|lejer(?:e|ne)|tenants?|"
    r"residents?|beboer\w*|bebuar\w*|boende|student(?:er|ene|ar|ane|erna|erne|s)?|studerende|elever|elevar|foreldre|"
    r"föräldrar|forældre|parents|brukere|brukerne|brukarar|brukarane|brugere|brugerne|användare|användarna|users|"
    r"forbruker(?:e|ne)|forbrukar\w*|konsument\w*|consumers?|shoppers?|households?|husstander|hushåll|spillere|"
    r"players|givere|giverne|donors?|pensjonister|pensionärer|pensioners|låntak\w*|borrowers|merchants?|sellers|"
    r"buyers|skattyt\w*|taxpayers|besøkende|visitors|huseiere|boligeiere|homeowners?|owners?|callers|folk|citizens?|"
    r"the public|customers?|householders?|privatpersoner|privatpersonar|næringsdrivende|drivers|claimants|(?:alle|dem|dei|de|den|any ?one|every ?one|those) (?:som|der|who))"
)
_MEANS = (
    r"(?:(?:på|i|per|pr\.?|via|over|by|on the|on) (?:telefon\w*|phone)|telefonen|telefonar|telefoner|telefonsamtal\w*|"
    r"\btelefon|\w*chat(?:t|ten|ter)?|e-?post\w*|e-?mails?|mejl\w*|mail(?:s|en)?|sms|whatsapp|sosiale medier|"
    r"social media|sociala medier|skrank\w*|luk[ae]n?|counter|samtal(?:er|ar|ene|ane|en)|opkald\w*|calls?|phone|"
    r"ring(?:er|jer|e|ja|s|t)|ringer inn|henvendels\w*|hendvend\w*|henvende[rt]? seg|henvender sig|førespurnad\w*|"
    r"førespurnader|förfrågning\w*|kundärenden|enquir\w*|inquir\w*|tickets?|hør av seg|hører fra seg|hør av sig|"
    r"hör av sig|(?:ring|call|write|e-?mail|message|speak|talk|chat)s? (?:to |with )?(?:us|in)|reach us|reach our|kontakter oss|kontaktar oss|tar kontakt|tek kontakt|"
    r"tar telefonen|meldinger|meldingar|messages|spør oss|spør om|spørsmål fra|spørsmål frå|frågor från|"
    r"spørgsmål fra|questions from)"
)
_WHO = (
    r"(?:kunde|kund|innbygger|innbyggjar|pasient|patient|medlems?|gjeste|gæste|gäst|passasjer|passagerar|passager|"
    r"reise|resenärs?|student|elev|leser|lesar|läsar|abonnent|beboer|leietaker|leigetakar|hyresgäst|lejer|borger|"
    r"medborgar|publikums?|forbruker|konsument|bilist|giver|spiller|booking|boknings?|reservasjons?|bestillings?|"
    r"beställnings?|time|svar|telefon)"
)
_HEAD = (
    r"(?:servic|servis|sent(?:er|eret|ret|ral|re)|central|center|centre|centrum|dialog|kontakt|torg|mottak|mottag|hjelp|hjälp|"
    r"hjælp|støtte|stöd|team|linj|tjänst|tjenest|tenest|veiledning|vägledning|vejledning|rettleiing|support|"
    r"betjening|relasjon)"
)
_SERVED_BY = (
    r"(?:customers?|consumer|client|passenger|member|patient|guest|player|merchant|resident|citizen|rider|driver|"
    r"travell?er|host|seller|buyer|subscriber|reader|donor|student|tenant|policy ?holder|cardholder|household|parent|"
    r"shopper|fan|visitor|borrower|reservations?|bookings?|ticket)"
)
UNIT = (
    rf"(?:{_WHO}{_HEAD}\w*|sentralbord\w*|førstelinj\w*|vejvisning|{_SERVED_BY}[' ]?s? (?:and \w+ |\w+ )?(?:service|"
    r"services|care|support|operations|contact|happiness|assistance|helpdesk|enquir\w+|inquir\w+|relations|centre|"
    r"center|line|desk|office|hub|helpline|queries)|contact (?:centre|center|hub)s?|call (?:centre|center)s?|"
    r"help ?lines?|support (?:centre|center|team|desk)|assistance desk|phone line|enquiry (?:line|desk|office|centre)|"
    r"kontaktsent\w*|kontaktcent\w*|contactcent\w*|callcent\w*|callsent\w*|kundetorg\w*|servicetorg\w*|kundesent\w*|"
    r"timebestilling\w*|felanmäl\w*)"
)
AGENTS = (
    r"(?:kunde(?:behandl|konsulent|rådgiv|rådgjev|veiled|rettlei|handsam|vert|medarbei)\w*|kundservicemed\w*|"
    r"kundtjänstmed\w*|kundeservicemed\w*|kommunvägled\w*|(?:medlems|pasient|student|pensjons|innbygger|borger|"
    r"telefon|service|support)(?:rådgiv|veiled|koordinat|vejled|konsulent|medarb)\w*|telefonist\w*|"
    r"sentralbordoperatør\w*|(?:support|reservations?|booking|call|customer|care|service|contact|chat|phone|"
    r"contact[- ]centre|call[- ]centre)[ -](?:\w+ )?(?:agents|advis[eo]rs|consultants|representatives|specialists|"
    r"handlers|clerks|operators|associates|people|staff)|call handlers|agents|supporter(?:e|ne))"
)
_THOSE_WHO = (
    r"(?:operatør\w*|operators|veileder(?:e|ne)|vejleder(?:e|ne)|vägledare|rettleiar\w*|advis[eo]rs|consultants|"
    r"handlers|handläggare|saksbehandler(?:e|ne)|sakshandsamar\w*|sagsbehandlere|medarbei\w+|medarbejd\w+|medarbetar\w+|"
    r"kolleg\w+|colleagues|rådgiver(?:e|ne)|rådgjevar\w*|rådgivare|konsulent(?:er|ene|ar|ane)|helsesekretær\w*|"
    r"resepsjonist\w*|sekretær\w*|assistant\w*)"
)
_ANSWER = (
    r"(?:svar(?:er|ar|a|e)?|besvar(?:er|ar|a|e)|tar imot|tek imot|tager imod|tar emot|tar telefonen|tek telefonen|"
    r"answers?|answering|handles?|håndterer|handterer|hanterar|hjelper|hjälper|hjælper|veileder|rettleier|vägleder)"
)
_OUTSIDER, _REACHED = compiled(rf"\b{PEOPLE}\b"), compiled(rf"\b{_MEANS}\b")
_ANSWERED = compiled(
    rf"\b{_THOSE_WHO}\b[^.;!?]{{0,60}}\b{_ANSWER}\b(?=[^.;!?]{{0,70}}\b(?:{_MEANS}|{PEOPLE})\b)|"
    rf"\b(?:vi|me|we|\w*avdeling\w*|\w*avdelning\w*|\w*afdeling\w*|\w*team\w*|seksjon\w*|enhet\w*|eining\w*|grupp[ea]n|\w*sent(?:er|re)(?:et)?|"
    rf"\w*sentralen|\w*mottaket|\w*kontoret|\w*linj[ea]n?|\w*torget|support|supporten)\b[^.;!?]{{0,30}}\b{_ANSWER}\b(?=[^.;!?]{{0,60}}\b(?:{_MEANS}|{PEOPLE})\b)|"
    rf"\b{_THOSE_WHO}\b[^.;!?]{{0,40}}\b(?:tar|tek|tager|sitter i|sit i|svarer i|svarar i|svarer på|svarar på|answer(?:s|ing)?) "
    rf"(?:the )?(?:telefon(?:en|ane|er)?|phones?|calls)\b"
)
_PRAISED = "".join(rf"(?<!\b{word} )" for word in ("god", "godt", "bra", "best", "beste", "good", "great", "excellent", "topp"))
"""*God kundeservice* is no unit."""
_UNIT_NAMED = compiled(rf"\b{_PRAISED}{UNIT}")
_AGENTS_NAMED = compiled(rf"\b{AGENTS}\b")
_OTHERS_UNIT = rf"(?:{UNIT}|support\b|service desk|kundeserv\w*|kundservice\w*|servicedesk\w*)"
_ELSEWHERE = compiled(
    rf"\b(?:av|af|by|hos|til|till|to|with|tar|tek|from|in|i)\s(?:(?:our|vårt|vår|vores|vårat|the|et|a|eget|egen|own|konsernets|"
    rf"bankens|det|sentrale|central|separate) ){{0,2}}{_OTHERS_UNIT}[^.;!?]{{0,20}}(?:\b(?:seg av|sig af|sig om|hand om)\b|"
    rf",? which (?:sits|has|reports)|,? (?:som|der) (?:ligger|sitter|har egen|har eigen)|"
    rf"\bpå hovedkontoret)|\b(?:taken care of|handled|answered|dealt with|looked after|served|tas|tages|håndteres|"
    rf"handteres|besvares|besvaras|hanteras|tas hånd om|sköts|behandles|går rett|goes straight|går direkte|går|"
    rf"goes)\s(?:\w+\s){{0,2}}?(?:av|af|by|til|till|to)\s(?:(?:our|vårt|vår|vores|the|et|a|eget|egen|own|konsernets|bankens|det|"
    rf"sentrale|central|separate) ){{0,2}}{_OTHERS_UNIT}|\b(?:kundeservice|kundesent\w*|kundservice|kundtjänst|"
    rf"customer (?:service|support|care))\b[^.;!?]{{0,40}}\b(?:which|who|som|der|has|har|sits|ligg|ligger|sitter|is|"
    rf"er)\b[^.;!?]{{0,20}}\b(?:own manager|another department|annan|annen avdeling|anna avdeling|anden afdeling|"
    rf"egen leder|eigen leiar|servicetorget i|not part of|ikke (?:ein |en )?del av|ikkje (?:ein )?del av)\b|"
    rf"\b{PEOPLE}\b[^.;!?]{{0,45}}\b(?:andre steder|andre stader|elsewhere|et annet sted|någon annanstans|"
    rf"et andet sted|the utilities themselves)\b|\b(?:verken|hverken|ikke|ikkje|inte|not|never) (?:\w+ ){{0,6}}?"
    rf"(?:snakke|snakker|tale|talk|speak|speaking|prata)\w* (?:med|with|to) (?:kunder|customers|kunderne|kundar)\b"
)
OUT_OF_SIGHT = (
    Section.OFFER, Section.CONTACT, Section.PRACTICAL, Section.MUST, Section.NICE, Section.TRAITS, Section.NEGATED
)  # fmt: skip


class Told(NamedTuple):
    """What one sentence tells; words of the ad, or nothing."""

    contact: str
    """People from outside, and a way to reach somebody."""
    unit: str
    agents: str
    elsewhere: str
    """Another unit does it."""


_SILENT = Told("", "", "", "")


def told(document: Document) -> Iterator[Told]:
    """What each sentence about the job or the employer tells, if anything."""
    for _, voice in document.about(gates.CUSTOMERS):
        if voice.section not in OUT_OF_SIGHT and (found := _told(voice)) is not None:
            yield found


@once_for_words
def _told(voice: Voice) -> Told | None:
    elsewhere = _words(_ELSEWHERE, voice)
    if elsewhere:
        return _SILENT._replace(elsewhere=elsewhere)
    answered = _words(_ANSWERED, voice)
    contact = answered or (_words(_REACHED, voice) and _words(_OUTSIDER, voice))
    unit, agents = _words(_UNIT_NAMED, voice), _words(_AGENTS_NAMED, voice) or answered
    return Told(contact, unit, agents, "") if contact or unit or agents else None


def unit_in(title: str) -> str:
    """The name of such a unit in a title: *Ansvarig resenärsdialog*."""
    folded = fold(title)
    found = _UNIT_NAMED.search(folded)
    return title[found.start() : found.end()] if found else ""


def _words(pattern: re.Pattern[str], voice: Voice) -> str:
    found = pattern.search(voice.folded)
    return trimmed(voice.text, *found.span()).quote if found else ""


tells(gates.CUSTOMERS, _told)
