"""The demo's world: four invented portals, served over real HTTP on the loopback address."""

from operations.world.model import World
from operations.world.server import serve

__all__ = ["World", "serve"]
