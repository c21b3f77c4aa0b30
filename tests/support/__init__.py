"""Real parts to test with: a server that misbehaves on purpose, tiny spiders, and ways to start a crawl."""
