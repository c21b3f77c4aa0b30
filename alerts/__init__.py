"""What one person is owed on one local date, and the message that says it. Pure, but for ``alerts.channels``."""
