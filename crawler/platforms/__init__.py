"""Parents that many portals share: one for each feed format or recruiting system."""
