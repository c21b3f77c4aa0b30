"""The crawl child: reads its job, locks itself in, crawls, and leaves its last word in the spool.

Started by ``crawler.process`` as ``python -m crawler.child LIFELINE``, with the job as JSON on stdin. Truth is what
stands in the spool: exit code 0 without an ``Ended`` line there is a run that was cut off.
"""

import asyncio
import logging
import os
import resource
import sys
import threading
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from scrapy.crawler import AsyncCrawlerProcess

from crawler.driver import Driver
from crawler.job import CrawlJob, job_from_json
from crawler.policy.errors import error_message
from crawler.policy.limits import Limits
from crawler.process import heartbeat_of
from crawler.registry import find_spider
from crawler.reread import read_again
from crawler.settings import scrapy_settings
from crawler.spool import SpoolWriter
from domain.errors import JobbvaktError
from domain.observations import Ended, Problem
from domain.runs import ProblemCode

ORPHANED = 71
"""Exit code of a child whose parent died."""
FORBIDDEN_EVENTS = (
    "subprocess.Popen",
    "os.exec",
    "os.fork",
    "os.forkpty",
    "os.posix_spawn",
    "os.spawn",
    "os.system",
    "pty.spawn",
    "socket.bind",
)
"""Audit events of the interpreter: a crawler starts no program and listens nowhere."""


NO_WAY_OUT = ("socket.__new__", "socket.connect", "socket.getaddrinfo", "socket.sendto")
"""What reading kept pages needs even less."""


def main(arguments: Iterable[str]) -> int:
    """Crawl the job on stdin. ``arguments``: the number of the lifeline's file descriptor."""
    parent = os.getppid()
    lifeline = int(next(iter(arguments)))
    job = job_from_json(sys.stdin.buffer.read())
    apply_limits(job.limits)
    threading.Thread(target=_die_with_parent, args=(lifeline,), daemon=True, name="lifeline").start()
    try:
        _crawl(job, parent)
    except JobbvaktError as error:
        _last_word(job, error_message(error))
        return error.exit_code
    except Exception as error:
        logging.getLogger(__name__).exception("the crawl could not be started")
        _last_word(job, f"the crawl could not be started: {type(error).__name__}: {error}")
        return 1
    return 0


def apply_limits(limits: Limits) -> None:
    """Bound what this process may take, for good."""
    _lower(resource.RLIMIT_AS, limits.memory_bytes)
    _lower(resource.RLIMIT_CPU, limits.cpu_seconds)
    _lower(resource.RLIMIT_FSIZE, limits.file_bytes)
    _lower(resource.RLIMIT_NOFILE, 512)
    _lower(resource.RLIMIT_CORE, 0)


def _lower(kind: int, wanted: int) -> None:
    _, hard = resource.getrlimit(kind)
    value = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    with suppress(OSError, ValueError):  # some systems know a limit but do not enforce it
        resource.setrlimit(kind, (value, value))


def lock_in(*more: str) -> None:
    """From now on no program is started and no port is opened by this interpreter; ``more``: further events."""

    forbidden = {*FORBIDDEN_EVENTS, *more}

    def refuse(event: str, _: tuple[Any, ...]) -> None:
        if event in forbidden:
            raise PermissionError(f"a crawl child may not do {event}")

    sys.addaudithook(refuse)


def _crawl(job: CrawlJob, parent: int) -> None:
    spider = find_spider(job.source.platform, job.spider_modules)
    if job.reread:
        lock_in(*NO_WAY_OUT)
        read_again(spider(job), heartbeat_of(Path(job.spool)))
        return
    process = AsyncCrawlerProcess(scrapy_settings(job))
    process.crawl(Driver, portal=spider, job=job)
    beat = asyncio.get_event_loop().create_task(_heartbeat(Path(job.spool), job.limits.heartbeat_seconds, parent))
    lock_in()
    process.start()
    beat.cancel()


async def _heartbeat(spool: Path, seconds: float, parent: int) -> None:
    sign = heartbeat_of(spool)
    while True:
        sign.touch()
        if os.getppid() != parent:
            os._exit(ORPHANED)
        await asyncio.sleep(seconds)


def _die_with_parent(lifeline: int) -> None:
    """Blocks until the other end of the pipe is closed, which the kernel does when the parent dies."""
    with suppress(OSError):
        os.read(lifeline, 1)
    os._exit(ORPHANED)


def _last_word(job: CrawlJob, message: str) -> None:
    spool = SpoolWriter(job.spool)
    spool.write(Problem(ProblemCode.CRASHED, message))
    spool.write(Ended("not started", listing_complete=False))
    spool.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
