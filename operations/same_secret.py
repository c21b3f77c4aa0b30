"""The signing secret must stay the same: what was signed or marked with another is worth nothing any more."""

from domain.errors import ConfigurationError
from operations.context import Context
from storage import audit, key_check

_WHICH = "[web] secret, or web.secret in the data folder"
REMEDY = "put the old secret back; if it is lost: jobbvakt db new-secret"


def require_same_secret(context: Context) -> None:
    """Know the secret when it is used first; raise ConfigurationError when it is another since.

    Mails must not go out meanwhile: an address that refuses mail would get some, and the links in them would die again
    when the old secret comes back.
    """
    with context.store.read() as session:
        known = key_check.is_known(session)
    if known is None:
        with context.store.write() as session:
            key_check.remember(session, context.clock.now())
    elif not known:
        raise ConfigurationError("the signing secret has changed", which=_WHICH, why=loss(context), remedy=REMEDY)


def loss(context: Context) -> str:
    """What a changed secret means, in words."""
    with context.store.read() as session:
        refused, forgotten = key_check.out_of_reach(session)
    return (
        "links in mails sent before, addresses of feeds and signatures of webhooks hold no more, and neither "
        f"{refused} addresses that refuse mail nor {forgotten} persons who asked to be forgotten are known again; "
        "no mail is written or sent meanwhile"
    )


def take_new_secret(context: Context, actor: str) -> int:
    """Go on with the secret in force; how many addresses that refused mail are known no more.

    Persons who asked to be forgotten are not known again either: their pages may be kept when a portal shows them.
    """
    now = context.clock.now()
    with context.store.write() as session:
        if key_check.is_known(session) is not False:
            return 0
        audit.record(session, now, actor, "secret.new", "store")
        return key_check.take_over(session, now)
