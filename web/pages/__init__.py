"""One file a page or a small group of pages."""
