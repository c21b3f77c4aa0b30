"""Crawls several jobs (JSON lines on stdin) at the same time in one process: ``python -m tests.support.many``."""

import sys

from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings

from crawler.job import job_from_json
from crawler.registry import find_spider
from crawler.settings import scrapy_settings


def main() -> None:
    """One process, one Scrapy crawler a job."""
    jobs = [job_from_json(line) for line in sys.stdin]
    process = AsyncCrawlerProcess(scrapy_settings(jobs[0]))
    for job in jobs:
        spider = find_spider(job.source.platform, job.spider_modules)
        process.crawl(Crawler(spider, Settings(scrapy_settings(job))), job=job)
    process.start()


if __name__ == "__main__":
    main()
