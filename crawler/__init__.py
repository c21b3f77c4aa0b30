"""Crawling: spiders in child processes behind one HTTP door. They observe; what follows is decided elsewhere."""
