"""Scrapy's settings for one crawl: everything that listens, guesses, caches or trusts is off.

Scrapy 2.19's defaults leave certificates unchecked, a telnet console and a remote control that runs code listening,
``file:`` and ``ftp:`` addresses readable, bodies up to 1 GiB and crawls without an end.
"""

import re
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from crawler.job import CrawlJob
from crawler.policy.decoding import ACCEPT_ENCODING
from crawler.policy.resolver import ALLOW_LOOPBACK
from crawler.policy.robots import PRODUCT

_DOOR = "crawler.policy.handler.DoorHandler"
_OFF = (
    "offsite.OffsiteMiddleware",
    "robotstxt.RobotsTxtMiddleware",
    "httpauth.HttpAuthMiddleware",
    "retry.RetryMiddleware",
    "redirect.MetaRefreshMiddleware",
    "httpcompression.HttpCompressionMiddleware",
    "cookies.CookiesMiddleware",
    "httpproxy.HttpProxyMiddleware",
    "httpcache.HttpCacheMiddleware",
)
_EXTENSIONS_OFF = (
    "telnet.TelnetConsole",
    "remote_control.RemoteControl",
    "memusage.MemoryUsage",
    "feedexport.FeedExporter",
    "logstats.LogStats",
    "spiderstate.SpiderState",
    "throttle.AutoThrottle",
    "corestats.CoreStats",
    "logcount.LogCount",
)


def user_agent(contact: str) -> str:
    """``Jobbvakt/<version> (+contact)``: portals must be able to tell who crawls, and to reach them."""
    try:
        number = version("jobbvakt")
    except PackageNotFoundError:  # run from a source tree that is not installed
        number = "0"
    clean = re.sub(r"[^\x21-\x7e]+", " ", contact).strip()
    return f"{PRODUCT}/{number}" + (f" (+{clean})" if clean else "")


def scrapy_settings(job: CrawlJob) -> dict[str, Any]:
    """The settings of ``job``'s crawl, complete: nothing is read from the environment or a project file."""
    return {
        "BOT_NAME": PRODUCT,
        "USER_AGENT": user_agent(job.contact),
        "DEFAULT_REQUEST_HEADERS": {
            "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            "Accept-Language": "nb,no;q=0.9,nn;q=0.9,en;q=0.7,sv;q=0.6,da;q=0.6",
            "Accept-Encoding": ACCEPT_ENCODING,
        },
        **_ways_out(job),
        **_bounds(job),
        "LOG_LEVEL": "WARNING",
        "LOG_VERSIONS": [],  # collecting them starts a process
        "STATS_DUMP": False,
        "DOWNLOADER_STATS": False,  # the Budget counts what matters
    }


def _ways_out(job: CrawlJob) -> dict[str, Any]:
    return {
        "DOWNLOAD_HANDLERS": {
            "http": _DOOR,
            "https": _DOOR,
            **dict.fromkeys(("file", "data", "ftp", "s3")),
        },
        "DOWNLOAD_VERIFY_CERTIFICATES": True,
        "TWISTED_DNS_RESOLVER": "crawler.policy.resolver.GuardedResolver",
        ALLOW_LOOPBACK: job.source.allow_loopback,
        "DOWNLOADER_MIDDLEWARES": {
            **dict.fromkeys(f"scrapy.downloadermiddlewares.{name}" for name in _OFF),
            "crawler.policy.middleware.DoorMiddleware": 590,
        },
        "EXTENSIONS": dict.fromkeys(f"scrapy.extensions.{name}" for name in _EXTENSIONS_OFF),
        "TELNETCONSOLE_ENABLED": False,
        "REMOTE_CONTROL_ENABLED": False,
        "ROBOTSTXT_OBEY": False,  # our own gate stands in DoorMiddleware; there is no way past it
        "RETRY_ENABLED": False,
        "METAREFRESH_ENABLED": False,
        "COMPRESSION_ENABLED": False,
        "COOKIES_ENABLED": False,
        "HTTPPROXY_ENABLED": False,
        "HTTPCACHE_ENABLED": False,
        "REFERRER_POLICY": "no-referrer",
    }


def _bounds(job: CrawlJob) -> dict[str, Any]:
    limits = job.limits
    return {
        "DOWNLOAD_MAXSIZE": limits.body_bytes,
        "DOWNLOAD_WARNSIZE": 0,
        "DOWNLOAD_FAIL_ON_DATALOSS": True,
        "DOWNLOAD_TIMEOUT": limits.timeout_seconds,
        "DNS_TIMEOUT": limits.timeout_seconds,
        "DOWNLOAD_DELAY": job.source.delay_seconds,
        "DOWNLOAD_DELAY_JITTER": 0,
        "CONCURRENT_REQUESTS": limits.parallel * 2,
        "CONCURRENT_REQUESTS_PER_DOMAIN": limits.parallel,
        "REDIRECT_MAX_TIMES": limits.redirects,
        "REACTOR_THREADPOOL_MAXSIZE": 4,
        "DEPTH_LIMIT": 20,
        # A backstop for a spider that computes without end; the Budget ends all others sooner and says so.
        "CLOSESPIDER_TIMEOUT": limits.seconds + 60,
    }
