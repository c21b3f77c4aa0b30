"""Norwegian organisation numbers: nine digits, the last a MOD11 check digit (Brønnøysundregistrene)."""

from stdnum.exceptions import ValidationError
from stdnum.no import mva, orgnr


def valid_orgnr(value: object) -> str | None:
    """The number without spaces when its check digit is right ("NO 904 127 736 MVA" too), otherwise None."""
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return None
    text = str(value)[:40]
    for reader in (orgnr.validate, mva.validate):
        try:
            return str(reader(text)).removesuffix("MVA")
        except ValidationError:
            continue
    return None
