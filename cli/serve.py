"""``jobbvakt serve``: the pages and the API."""

import json
import logging
import signal
from dataclasses import replace
from typing import Annotated

import typer
import uvicorn

from cli.common import AsJson, Config, DataDir, opened, progress
from operations.context import Context
from web.app import create_app

STOP_SECONDS = 10


def register(app: typer.Typer, name: str, help_line: str) -> None:
    """Add the command to ``app``."""
    app.command(name, help=help_line)(_command)


def _command(
    host: Annotated[str | None, typer.Option(help="Address to listen on; [web] host, 127.0.0.1 by default.")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="Port; 0 takes any free one.")] = None,
    config: Config = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    with opened(config, data_dir) as context:
        table = context.settings.web.model_copy(update={"host": host} if host else {})
        # The pages answer for the name they are served under, and for no other.
        context = replace(context, settings=context.settings.model_copy(update={"web": table}))
        logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s %(message)s", level=logging.WARNING)
        serve_pages(context, port, as_json=as_json)
        progress.print("Stopped.")


def serve_pages(context: Context, port: int | None = None, *, as_json: bool = False) -> None:
    """Answer until SIGTERM or Ctrl-C. ``port`` None: the one of the settings; 0: any that is free."""
    table = context.settings.web
    server = _Server(
        uvicorn.Config(
            create_app(context),
            host=table.host,
            port=table.port if port is None else port,
            log_level="warning",
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=STOP_SECONDS,
        ),
        as_json=as_json,
    )
    # uvicorn hands the signal on when it has stopped: an end that was asked for is no failure.
    signal.signal(signal.SIGTERM, lambda *_: None)
    server.run()


class _Server(uvicorn.Server):
    """Says where it listens once it does; uvicorn itself stops at SIGTERM and SIGINT, after the requests in hand."""

    def __init__(self, config: uvicorn.Config, *, as_json: bool) -> None:
        super().__init__(config)
        self._as_json = as_json

    async def startup(self, sockets: object = None) -> None:
        """Listen, then tell."""
        await super().startup(sockets)  # type: ignore[arg-type]
        for server in self.servers if self.started else ():
            for socket in server.sockets:
                where = socket.getsockname()
                name = f"[{where[0]}]" if ":" in where[0] else where[0]
                address = f"http://{name}:{where[1]}/"
                typer.echo(json.dumps({"url": address}) if self._as_json else address)
