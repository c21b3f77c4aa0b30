"""Crawls several jobs (JSON lines on stdin) at the same time in one process: ``main([NAMES])``, see warm.py.

NAMES is a JSON object, name → address; with it no other name is known, as if it came from the DNS. Several addresses
with commas between them are one answer; answers with bars between them are given in turn, the last one for good.
"""

import json
import sys
from collections.abc import Mapping
from typing import Any

from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings
from twisted.internet.address import IPv4Address

from crawler.driver import Driver
from crawler.job import job_from_json
from crawler.registry import find_spider
from crawler.settings import scrapy_settings


class Names:
    """A name resolver that knows a few names."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = dict(names)

    def resolveHostName(self, receiver: Any, host: str, port: int = 0, *_: object) -> Any:
        """As Twisted's IHostnameResolver."""
        receiver.resolutionBegan(self)
        answer, _, later = self._names.get(host, "").partition("|")
        self._names[host] = later or answer
        for address in filter(None, answer.split(",")):
            receiver.addressResolved(IPv4Address("TCP", address, port))
        receiver.resolutionComplete()
        return receiver


def main(arguments: list[str]) -> None:
    """One process, one Scrapy crawler a job."""
    jobs = [job_from_json(line) for line in sys.stdin]
    process = AsyncCrawlerProcess(scrapy_settings(jobs[0]))
    if arguments:
        reactor = sys.modules["twisted.internet.reactor"]
        reactor.installNameResolver(Names(json.loads(arguments[0])))  # type: ignore[attr-defined]
    for job in jobs:
        spider = find_spider(job.source.platform, job.spider_modules)
        one = Crawler(Driver, Settings(scrapy_settings(job), priority="cmdline"))
        process.crawl(one, portal=spider, job=job)
    process.start()
