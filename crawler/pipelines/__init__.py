"""What every draft passes on its way to the spool: small stages, pure functions Draft → Draft, in a numbered order."""
