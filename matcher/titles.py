"""What a title says: a leader? of a service for customers? of the first line? or another job altogether.

Words count in any order and inside compounds, in five languages: *Leder kundesenter*, *Seksjonssjef - kundesenter*,
*Kundtjänstchef*, *Head of Customer Care*.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from matcher import served
from matcher.folding import compiled, fold

_SERVED = (
    r"(?:innbygger|innbyggj?ar|beboer|bebuar|leietaker|leigetakar|leser|lesar|abonnent|gjeste?|passasjer|reisende|"
    r"bilist|giver|gjevar|seer|sjåar|lytter|lyttar|spiller|spelar|deltaker|deltakar|søker|søkjar|eier|eigar|huseier|"
    r"bileier|hytteeier|pensjonist|medlems?|pasient|forbruker|forbrukar|publikums?|borger|kunde|passager|rejsende|"
    r"læser|lejer|patient|hyresgæst|boende|resenær|læsar|prenumerant|medborgar|invånar|gæst|turist|sjåfør|fører|skyss|"
    r"billett|booking|bestillings|reservasjons|time?bestillings)"
)
_SERVICE = compiled(
    rf"\b{_SERVED}s?(?:senter|sentre|sentret|sentra|senteret|sentral|sentralen|center|centret|centeret|centre|service|"
    rf"servicen|kontakt|dialog|henvendels\w*|torg|torget|mottak|mottaket|hjelp|hjelpen|tjenesten?|tjänst|tjenester|"
    rf"telefonen)\b|\b(?:sentral|hotell|kurs)?booking(?:en|sentral\w*)?\b(?=.*\b(?:gjest|kunde|service|sent))|"
    r"\b(?:reservations?|bookings?|order|enquiry|enquiries) (?:cent(?:re|er)|desk|line)\b|\b(?:riders?|drivers?|"
    r"travell?ers?|sellers?|shoppers?|hosts?|donors?|subscribers?|readers?|tenants?|policyholders?|viewers?|listeners?|"
    r"fans?|shippers?|importers?|exporters?|visitors?|taxpayers?|homeowners?|pet owners?|gamers?|renters?|buyers?|"
    r"callers?|learners?)[' ]?s? (?:service|services|care|support|contact|happiness|assistance|helpdesk|enquiries|"
    r"inquiries|experience support)\b|\b(?:chat|telefon|e-?post|e-?mail|mejl|phone|live chat)\s?(?:,|og|och|and|&|/|"
    r"\+)\s?(?:chat|telefon|e-?post|e-?mail|mejl|phone|some)\b|kundeserv\w*|kundesev\w*|kundesent\w*|kundetjenest\w*|"
    r"kundesupport\w*|kundestøtte\w*|kundedialog\w*|kundekontakt\w*|kundebehandl\w*|kundemottak\w*|kundesenter\w*|"
    r"kundehåndtering|kundehenvendels\w*|kundtjæn\w*|kundtjen\w*|kundserv\w*|kundsupport\w*|kundcent\w*|kundkontakt\w*|"
    r"kundeservicecent\w*|kundecent\w*|kontaktsent\w*|kontaktcent\w*|call ?-?cent\w*|callsent\w*|call-?sent\w*|contact "
    r"?-?cent\w*|telefonsent\w*|svarsent\w*|\b(?:bruker|brukar|kunde|medlems|pasient|reise|publikums|"
    r"informasjons)sent(?:er|re)\w*|\bservicesent\w*|\bservicetorg\w*|innbygger(?:service|torg|senter)\w*|"
    r"innbyggj?ar(?:service|torg)\w*|(?:innbygger|innbyggj?ar|student|beboer|leietaker|abonnent|pasient|forbruker|"
    r"publikums?|borger|kunde|bruker|brukar|passasjer|medlems?|gjeste|reisende)(?:kontakt|dialog|"
    r"(?<!bruker)(?<!brukar)støtte|hjelp|mottak|veiledning|rettleiing|henvendels|oppfølging|service)\w*|"
    r"(?:brukerstøtte|brukarstøtte|användarstöd|brugerstøtte) (?:til|for|för|åt) (?:publikum|kund|innb)\w*|"
    r"borgerservice\w*|medborgar(?:service|kontor|cent)\w*|(?:publikums?|medlems?)(?:service|mottak|tjeneste|sent(?:er|"
    r"ral)|torg)\w*|førstelinj\w*|sentralbord\w*|switchboard|\b(?:kundcenter och )?växel\b|\b1\.? ?-?linj\w*|"
    r"kundetorg\w*|kunderådgiv\w*|kunderådgjev\w*|kundekonsulent\w*|kundehjelp\w*|\b(?:customers?|consumer|client|"
    r"passenger|member|patient|guest|user|player|merchant|resident|citizen|311)[' ]?s? (?:service|services|care|"
    r"support|operations?|contact|happiness|assistance|centre|center|helpdesk|enquiries|inquiries)\b|\bcustomer (?:\w+ "
    r")?(?:service|care|support|operations?)\b|\bcustomer service\w*|\bservice cent(?:er|re)\b|\bcontact services\b|"
    r"\bsupport (?:centre|center|team)\b|\bsupportsjef\b|\bsupportchef\b|\bsupportleder\b|\bsupportledare\b|"
    r"\bsupportleiar\b|\b\w*(?:leder|leiar|ledare|sjef|chef|ansvarig|ansvarlig) (?:for |av |i |til |till |för "
    r")?(?:teknisk |kund\w* |\w+ (?:og|och|&|and) )?support\b|\b(?:head|director|leder|chef|sjef|vp|manager|lead) "
    r"(?:of|for|av|för|i|to) (?:global |nordic )?support\b|^support (?:manager|lead|team lead|chef|sjef)\b|\b(?:dem|"
    r"dei|de|those|folk|folka|folkene|people) (?:som|who|der) (?:svar|besvar|hjelper|passer telefonen|passar telefonen|"
    r"tar telefonen|tek telefonen|answer|help)\w*|\bhelpline\b|\bcall operations\b|\bcare team\b|\breklamasjon\w*|"
    r"\bcomplaints?\b|\bcustomer resolution|"
    rf"kundeglede\w*|kundelykke\w*|kundbegeistring\w*|kundtrivsel\w*|\b{served.UNIT}"
)
_WITH_SALES = compiled(
    r"\b(?:salg\w*|sales|sälj|försäljning)-?\s?(?:og|and|och|&|\+|/)\s?(?=kunde|kund|customer)|(?<=[a-z])\s(?:og|and|"
    r"och|&|\+|/)\s(?:salg\w*|sales|sälj|försäljning)\b"
)
"""*Leder kundeservice og salg* is still about the service."""
_CENTRE = compiled(
    r"call ?-?cent|service cent(?:re|er)|contact ?-?cent|kundesent|kundecent|callsent|kontaktsent|reservations? and"
)
_OF_GUESTS = compiled(r"\b(?:guest|client|patient|member) services?\b")
"""Names of other jobs, unless a contact centre is named beside them."""
_PEER = compiled(r"^(?!.*(?:kund|innbyg|borger)).*\bteam ?-?lead\b")
"""In English ads a team *lead* is often a senior colleague; the title alone does not tell."""
_LEADER = compiled(
    r"\w*sjef(?:en)?\b|\w*(?<!vei)(?<!vej)leder(?:en|e)?\b|\w*leiar(?:en)?\b|\w*chef(?:en|er)?\b|\w*ledare(?:n)?\b|"
    r"\w*ansvarlig\b|\w*ansvarleg\b|\w*ansvariga?\b|\w*direktør(?:en)?\b|\bdirect(?:or|ør)\b|\w*førebels leiar|"
    r"\bmanagers?\b|\bhead\b|\blead\b|\bleader\b|\bsupervisor\b|\bvp\b|\bvice president\b|\bchief\b|\blede\b|\bleie\b|"
    r"\bleda\b|\bmanaging\b|\bteam ?leads?\b|\bforstander\w*|\bteamlead(?:er)?\b|\bteam ?-?koordinator\w*|"
    r"\bteam ?-?coordinator\b|\bkoordinerende leder\b|\bcco\b|\bcaptain\b|\w*kaptein\b|\b(?:to|who will) run\b|"
    r"\bstyre\b|"
    r"\bboss\b|\w*linjekoordinator\w*|\bmed (?:leder|leiar|personal|team)ansvar\b|\bwith (?:staff|"
    r"people) responsibility\b"
)
_FIRST_LINE = compiled(
    r"\bteam ?-?(?:leder|leiar|ledare|lead|leader|chef|koordinator)\w*|\b(?:skift|vakt|vagt)(?:leder|leiar|ledare|"
    r"ansvarlig|ansvarleg|ansvarig)\w*|"
    r"\bsupervisor\w*|\bshift (?:lead|leader|manager|supervisor)\w*|\bgruppe?ledare\w*|"
    r"\bfag(?:leder|leiar)\w*|\bvagtleder\w*|\barbeidsleder\w*|\boperasjonsleder\w*|\b(?:queue|floor|shift|duty|desk|"
    r"chat|pod|squad|senior) lead\b|\bfag(?:lig|leg) (?:team)?(?:leder|leiar)\b|\((?:natt|kveld|helg|night|evening|"
    r"weekend|kväll|aften)\)|\bassisterende\b|\bassistant\b|\bass\.|\bsuperbruker\w*|\bcaptain\b|\w*kaptein\b|"
    r"\bdeputy\b|"
    r"\w*linjekoordinator\w*|"
    r"\bstedfortred\w*|\bbitrædende\b|\bbiträdande\b"
)
_GUIDE = compiled(r"\bfagansvar(?:lig|leg)\w*|\bmed teamansvar\b")
"""Of a service, the colleague who guides the others; of anything else a specialist."""
_AGENT = compiled(
    r"\bkundebehandl[ea]r\w*|\w*medarbe(?:id|jd)er\w*|\w*medarbeidar\w*|\w*medarbetare\w*|\bkundekonsulent\w*|"
    r"\bkunderådgiver\w*|\w*rådgiver\w*|\w*rådgjevar\w*|\w*rådgivare\w*|\w*konsulent\w*|\bagents?\b|"
    r"\brepresentatives?\b|\brep\b|\bassociates?\b|\badvis[eo]rs?\b|\bspecialists?\b|\bspesialist\w*|\bcoordinators?\b|"
    r"\bkoordinator\w*|\bofficers?\b|\bassistants?\b|\bclerk\b|\bexecutive\b|\badministrat\w+\b|\banalyst\b|"
    r"\bengineers?\b|\boperat(?:or|ør)s?\b|\bhandläggare\b|\bsaksbehandl[ea]r\w*|\bsakshandsamar\w*|\bkundevert\w*|"
    r"\w*veileder\w*|"
    r"\w*vejleder\w*|\w*rettleiar\w*|\w*vägledare\w*|\breceptionist\b|\bresepsjonist\w*|\btrainee\b|\blærling\w*|"
    r"\bhandlæggare\b|\badvocate\b|\bsupporter\b|\bsekret(?:ær|ary)\b|\bassistent\b"
)
_TALK_LED = compiled(
    r"\b(?:leder?|leier?|leiar|leda|lead(?:s|ing)?) (?:du |vi |you |the )?(?:samtal\w*|dialog\w*|arbeid\w*|arbet\w*|"
    r"conversations?|møte\w*|meetings?|utvikling\w*|endring\w*|prosess\w*|vei(?:en)?|veg(?:en)?|the way|an)\b"
)
"""*Leder du samtalen?* leads nobody."""
_SERVES_LEADER = compiled(
    r"\b(?:\w*assistent|assistant|sekretær|secretary|\w*rådgiver|adviser|advisor|controller|koordinator)\w* (?:for|"
    r"til|till|to|of|hos|åt) (?:the |our |vår )?[\w-]*(?:sjef|leder|leiar|chef|ledare|direktør|manager|director|"
    r"head)\w*"
)
"""*Assistent for kundedirektøren*: the leader named is another."""
_ACCOUNTS = "kundekontoer"
"""A *kundesjef* sells to his accounts or leads those who answer: the text tells which."""
_OTHER_JOB: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "customer success",
        compiled(
            r"\b(?:customer|client|partner) success\b|\bkundesuksess\w*|\bcsm\b(?=.*saas)|\bsuccess manager\b|"
            r"\bcustomer onboarding\b|\bimplementation manager\b|\bcustomer marketing\b|\bcustomer engagement\b|"
            r"\bcustomer relationship management\b|\bcrm\b"
        ),
    ),
    (
        "nøkkelkunder og salg",
        compiled(
            r"\baccount\b|\bkey account\b|\bnøkkelkunde\w*|\bsalg(?!\s+og kundeservice)\w*|\w*\bsales\b|\bsælg\w*|"
            r"\bsälj\w*|\bförsäljning\w*|\bbanksjef\b(?!.*kundesent)|\bmarked\w*|\bmarketing\b|\bbusiness develop\w*|"
            r"\bforretningsutv\w*|\butgående\b|"
            r"\boutbound\b|\btelemarketing\b|\btelefonsalg\w*|\bmøtebook\w*|\bcustomer development\b|"
            r"\bpublic relations\b|\w*verving\b|\w*värvning\b"
        ),
    ),
    (
        _ACCOUNTS,
        compiled(r"\bkundechef\w*|\bkundesjef\w*|\bkundansvarig\w*|\bkundeansvarlig\b"),
    ),
    (
        "verksted og teknisk service",
        compiled(
            r"\bverksted\w*|\bworkshop\b|\bbil(?!lett|ag|ist|de|der|det)\w*|\bvvs\b|\bmekanik\w*|\bteknisk sjef\b|"
            r"\bfield service\b|\bservicetekniker\w*|\bcar\b|\bautomotive\b|\brørlegger\w*|\bservicemarked\w*|"
            r"\bafter ?sales\b|\bettermarked\w*|\bheis(?!kort)\w*|\bbygg(?!e\b|er\b|et\b|e(?:t|nde)?\b)\w*|\bmaskin\w*"
        ),
    ),
    (
        "IT-drift",
        compiled(
            r"(?<!make )(?<!own )(?<!of )\bit\b(?!.*kunde)(?! happen)|\bikt\b|\bict\b|\bservice ?-?desk\w*|"
            r"\bapplications? support\b|\binfrastructure\b|\bnetwork\b|\bitsm\b|\bdesktop\b|"
            r"\btechnical support\b(?!.*customer)|\bservice management\b|"
            r"\btechnical facilities\b|\bincident\b|\bdata scien\w*|\bcloud support\b|\bsupport engineer\w*"
        ),
    ),
    (
        "bemanning og rekruttering",
        compiled(
            r"\bbemanning(?:s?leder|ssjef|sbyrå)?\b|\bstaffing\b|\brecruit\w*|\brekrut\w*|\brekryter\w*|"
            r"\bbemannings?planl\w*|\bressursplan\w*|\bwfm\b|\bworkforce\b|\bkonsultchef\w*"
        ),
    ),
    (
        "butikk",
        compiled(
            r"\bbutik\w*|\bstore\b|\bshop\b|\bretail manager\b|\bvarehus\w*|\bkasse\w*|\bavdelingsleder (?:frukt|"
            r"ferskvare|kolonial)\w*"
        ),
    ),
    (
        "prosjekt",
        compiled(
            r"\bprosjekt\w*|\bproject\b|\bprojekt\w*|\bprogram(?:me)? (?:manager|lead|director)\b|\bscrum\b|"
            r"\bproduct\b|\bproduktsjef\w*|\bproduct owner\b|\bproduktleder\w*|\bprodukteier\w*|\bprogramleder\w*"
        ),
    ),
    (
        "annet fag",
        compiled(
            r"\b(?:service)?sent(?:er|eret|ret|ral\w*) (?:for|innen|innan) (?:hr|løn\w*|personal\w*)|\bløn\w*sent\w*|"
            r"\bpayroll (?:service|cent)\w*|\bbemanning\b|\bstaffing\b|\bvikarbyrå\w*|\bcare home\b|"
            r"\bsupported living\b|\bextra care\b|\bmail ?room\b|\broom service\b|\bfood service\b|"
            r"\bhealth ?care manager\b|\bhome manager\b|\bengineering\b|\bbilling\b|\bcontracts? manager\b|"
            r"\bquality (?:manager|lead|assurance)\b|\bconsumer (?:hardware|marketing|insights?|payments)\b|"
            r"\bclient side\b|\bclientside\b|\bcustomer facing\b|\blegal\b|\bhr\b|\blønn?s?\b|\blønn?s?(?:senter|"
            r"seksjon|avdeling|kontor)\w*|\bpayroll\b|(?<!kunde )\bpersonal\b|\b\w*(?:opplæring|kompetanse|opplærings|"
            r"utbildnings|uddannelses)(?:s?ansvarlig|sleder|ansvarleg|ansvarig)\b|\btraining (?:manager|lead|"
            r"coordinator)\b|\bkjøkken\w*|\brestaurant\w*|\brenhold\w*|\bcateringleder\w*|\bclient audit\b|\bevents?\b|"
            r"\bpatient billing\b|\bdeployment\b|\btechnology\b|\bplatforms?\b|\bh(?:jemme|eime|em)(?:tjenest|tenest|"
            r"tjänst|sykepl)\w*|\bsykehjem\w*|\bnurs(?:e|ing)\b|\bguest services?\b|\bclient services?\b|"
            r"\bresepsjon\w*(?!.*telefon)|\breception\w*|\bfront office\b|\bhotell?\w*|\bsupport worker\b|"
            r"\bcare manager\b(?<!customer care manager)(?<!consumer care manager)(?<!guest care manager)(?<!member "
            r"care manager)"
            r"(?<!supporter care manager)(?<!passenger care manager)|\bdeveloper\b|\barchitect\b|"
            r"\bdesigner\b|\bsoftware\b|\bforsker\b|\bgrowth\b"
        ),
    ),
)
_CHANNEL = compiled(r"\b(?:chat|support|telefon\w*|phones?|skranke?n?)\b")
"""What a group leader's group serves by."""
_SALES_AND_SERVICE = compiled(
    r"\b(?:salgs?|försäljnings?|sales|ettermarked\w*|eftermarknad\w*|after ?sales)-? ?(?:og|och|and|&|\+) (?:kunde|"
    r"kund|customer )?(?:service|support|tjänst)"
)
_OF_GROUP = compiled(
    r"\b(?:gruppe?|lag|team|squad|pod|kø|linje|skift|vakt|vagt|floor|queue|shift)[- ]?(?:leder|leiar|ledare|ansvarlig|"
    r"ansvarleg|ansvarig|kaptein|captain|lead|leader|koordinator)\b"
)
_PLACES = ("butikk", "verksted og teknisk service")
"""Named beside a contact centre, these are whom or what it serves."""


@dataclass(frozen=True, slots=True)
class TitleReading:
    """What a title says."""

    leads: bool
    service: bool
    first_line: bool
    agent: bool
    peer: bool
    """An English *team lead*."""
    blocker: str
    """The other job that the title names, in words; empty when none."""
    guide: bool = False
    """Of a service, the one who knows its matters best."""
    group: bool = False
    """Leader of a group by its very name, with or without responsibility for its people."""


@lru_cache(maxsize=10_000)
def judge(title: str) -> TitleReading:
    """Read one title."""
    folded = _TALK_LED.sub(" ", fold(title))
    service = bool(_SERVICE.search(folded))
    leads = bool(_LEADER.search(folded))
    group = bool(_OF_GROUP.search(folded))
    service = service or (group and bool(_CHANNEL.search(folded)))
    guide = bool(service and _GUIDE.search(folded))
    first_line = bool(_FIRST_LINE.search(folded)) or guide
    agent = bool(_AGENT.search(folded)) and not (leads and _names_leader(folded))
    if _SERVES_LEADER.search(folded):
        leads, agent = False, True
    rest = _WITH_SALES.sub(" ", folded) if service else folded
    rest = _OF_GUESTS.sub(" ", rest) if _CENTRE.search(folded) else rest
    blocker = next((name for name, pattern in _OTHER_JOB if pattern.search(rest)), "")
    if blocker in _PLACES and _CENTRE.search(folded):
        blocker = ""
    if leads and (blocker == _ACCOUNTS or (blocker and _SALES_AND_SERVICE.search(folded))):
        service, blocker = False, ""
    return TitleReading(leads, service, first_line, agent, bool(_PEER.search(folded)), blocker, guide, group)


def _names_leader(folded: str) -> bool:
    """*Customer Service Team Lead Representative* is an agent; *Leder for kunderådgivere* leads."""
    leaders = {found.group() for found in _LEADER.finditer(folded)}
    return bool(leaders - {found.group() for found in _AGENT.finditer(folded)})
