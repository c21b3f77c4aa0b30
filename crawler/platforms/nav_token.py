"""NAV's public token: fetched before the first question, sent along, and replaced once when it is refused.

It rotates at odd times. It is never logged nor kept, and never leaves this object but in the header.
"""

from collections.abc import AsyncIterator, Iterable, Mapping
from typing import Any

from crawler.parsing.nav import read_token
from crawler.parsing.page import Page
from crawler.spider import FetchError, PortalSpider
from domain.runs import ProblemCode


class TokenSpider(PortalSpider):
    """Parent of spiders that ask with NAV's public token."""

    _token: str | None = None

    async def fetch_token(self) -> None:
        """Ask for the token. Where there is none at the moment, go on without: the feed itself says if it minds."""
        page = await self.fetch(f"{self.source.base_url}/api/publicToken", accept=(200, 404), keep=False)
        self._token = read_token(page.text) if page.status == 200 else None
        if self._token:
            self.reporter.hide(self._token)

    async def get(self, address: str, *, headers: Mapping[str, str] | None = None, **how: Any) -> Page:
        """``fetch`` with the token; on a 401 once more with a fresh one. Raises FetchError."""
        sent = self._token
        try:
            return await self.fetch(address, headers=self._headers(headers), **how)
        except FetchError as error:
            if error.code is not ProblemCode.UNAUTHORIZED:
                raise
        if self._token == sent:
            await self.fetch_token()
        return await self.fetch(address, headers=self._headers(headers), **how)

    async def get_many(self, addresses: Iterable[str], **how: Any) -> AsyncIterator[tuple[str, Page | FetchError]]:
        """``fetch_many`` with the token; what is refused with it is asked for once more by ``get``."""
        async for address, answer in self.fetch_many(addresses, headers=self._headers(None), **how):
            if isinstance(answer, FetchError) and answer.code is ProblemCode.UNAUTHORIZED:
                alone = {key: value for key, value in how.items() if key != "parallel"}
                try:
                    answer = await self.get(address, **alone)
                except FetchError as error:
                    if error.ends_crawl:
                        raise
                    answer = error
            yield address, answer

    def _headers(self, more: Mapping[str, str] | None) -> dict[str, str]:
        token = {"Authorization": f"Bearer {self._token}"} if self._token else {}
        return {"Accept": "application/json", **token, **(more or {})}
