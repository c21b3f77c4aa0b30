"""The application: desk, rooms and the layers around them, put together once."""

import logging
from asyncio import CancelledError, create_task
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from pathlib import Path

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.staticfiles import StaticFiles

from operations.context import Context
from operations.indexing import ensure_indexed
from operations.jobs import Jobs
from operations.secret import read_secret
from operations.sources import set_aside
from operations.targets import OCCUPATION_TARGET
from operations.works import Works
from web import errors
from web.access import undeclared
from web.desk import Desk
from web.headers import Outermost
from web.rooms import ROOMS
from web.warming import keep_warm

log = logging.getLogger(__name__)

STATIC = Path(__file__).parent / "static"
DESCRIPTION = (
    "Openings for customer service managers with the score and the words it rests on. Filters are those of the "
    "search page; a repeated name means *or*, different names mean *and*."
)


def create_app(context: Context) -> FastAPI:
    """The pages and the API on an open store. Raises RuntimeError when a route does not say whom it lets in."""
    settings, wrong = set_aside(context.settings)
    for error in wrong.values():
        log.warning("a source is left out: %s; %s", error, error.remedy)
    context = replace(context, settings=settings)
    ensure_indexed(context, OCCUPATION_TARGET)
    jobs, works = Jobs(context), Works(context.clock)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        warming = create_task(keep_warm(app.state.desk))
        yield
        warming.cancel()
        with suppress(CancelledError):
            await warming
        await run_in_threadpool(works.close)
        await run_in_threadpool(jobs.close)

    app = FastAPI(
        lifespan=lifespan,
        title="Jobbvakt",
        version="1",
        description=DESCRIPTION,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        separate_input_output_schemas=False,
    )
    secret = read_secret(context.settings.web.secret.get_secret_value(), context.data_dir)
    app.state.desk = Desk(context, secret, jobs, works, wrong)
    for room in ROOMS:
        room.install(app)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    if unsafe := undeclared(list(app.routes), frozenset({"/static"})):
        raise RuntimeError(f"routes that do not say whom they let in: {', '.join(unsafe)}")
    errors.install(app)
    app.add_middleware(Outermost)
    return app
