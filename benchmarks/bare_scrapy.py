"""The least a Scrapy crawl can do: fetch, yield a dict. Run as ``python -m benchmarks.bare_scrapy URL COUNT``."""

import sys
from collections.abc import AsyncIterator, Iterator
from typing import Any

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Response


class Bare(Spider):
    """Fetches ``count`` pages of ``base``."""

    name = "bare"

    def __init__(self, base: str, count: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.base, self.count = base, count

    async def start(self) -> AsyncIterator[Request]:
        """One request a page."""
        for number in range(self.count):
            yield Request(f"{self.base}/jobb/{number}", self.parse)

    def parse(self, response: Response, **kwargs: Any) -> Iterator[dict[str, object]]:
        """The page, unread."""
        yield {"url": response.url, "size": len(response.body)}


def main(base: str, count: int) -> None:
    """Crawl and end."""
    settings = {"LOG_ENABLED": False, "TELNETCONSOLE_ENABLED": False, "ROBOTSTXT_OBEY": False, "DOWNLOAD_DELAY": 0}
    process = AsyncCrawlerProcess(settings)
    process.crawl(Bare, base=base, count=count)
    process.start()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
