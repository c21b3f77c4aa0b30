"""Pure readers of pages: bytes in, frozen values out. No request, no Scrapy, no store."""
