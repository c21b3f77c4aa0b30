"""How the figures of an evaluation are counted, apart from how ads are read."""
