"""Ids of recruiting systems inside addresses: the same vacancy shows the same number wherever it is posted."""

import re

_PATTERNS = (
    ("easycruit", re.compile(r"easycruit\.com/(?:vacancy/)?(?:application/)?(?:[a-z]+/)*(\d{5,9})", re.IGNORECASE)),
    ("webcruiter", re.compile(r"webcruiter\.(?:com|no)/.{0,120}?(\d{8,12})", re.IGNORECASE)),
    ("jobbnorge", re.compile(r"jobbnorge\.no/.{0,80}?(?:stilling|jobid=)/?(\d{5,8})", re.IGNORECASE)),
    ("finn", re.compile(r"finn\.no/.{0,80}?(?:finnkode=|/ad/)(\d{8,10})", re.IGNORECASE)),
    ("nav", re.compile(r"arbeidsplassen\.nav\.no/stillinger/stilling/([0-9a-f-]{36})", re.IGNORECASE)),
    ("lever", re.compile(r"lever\.co/[\w-]{1,60}/([0-9a-f-]{36})", re.IGNORECASE)),
    ("greenhouse", re.compile(r"(?:greenhouse\.io/.{0,80}?/jobs/|gh_jid=)(\d{6,12})", re.IGNORECASE)),
    ("teamtailor", re.compile(r"/jobs/(\d{5,9})-[\w-]{1,150}(?:/applications|[?#]|$)", re.IGNORECASE)),
    ("hrmanager", re.compile(r"hr-?manager\.net/.{0,120}?projectid=(\d{4,9})", re.IGNORECASE)),
    ("reachmee", re.compile(r"reachmee\.com/.{0,150}?(?:job_id|commadseqno)=(\d{2,9})", re.IGNORECASE)),
)
_MAX_ADDRESS = 1000


def system_references(address: str | None) -> tuple[str, ...]:
    """References such as ``easycruit:3701182`` in an address; empty for none."""
    text = (address or "")[:_MAX_ADDRESS]
    found = ((system, pattern.search(text)) for system, pattern in _PATTERNS)
    return tuple(f"{system}:{match[1].lower()}" for system, match in found if match)
