"""Messages that went long ago keep what they told, and lose their text, which names a person and serves nobody."""

from datetime import datetime

from sqlalchemy import func, update
from sqlalchemy.orm import Session

from domain.alerts import DeliveryState
from storage.base import rows_changed
from storage.tables_alerts import DELIVERY


def empty(session: Session, before: datetime) -> int:
    """Empty the text of messages that were sent, or given up, before then; how many. Their row is what keeps an opening
    from being told twice.
    """
    over = DELIVERY.c.state.in_((DeliveryState.SENT.value, DeliveryState.DEAD.value))
    old = func.coalesce(DELIVERY.c.sent_at, DELIVERY.c.created_at) < before
    full = func.length(DELIVERY.c.message) > 0
    return rows_changed(session, update(DELIVERY).where(over, old, full).values(message=b""))
