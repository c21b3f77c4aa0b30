"""A memory of bounded size: what was not met again is forgotten first."""

from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Memory(dict[K, V | None]):
    """``memory[key]`` is what was kept under the key, or None. At most twice ``most`` is remembered.

    When there is too much, what is here becomes what was before: what is met again comes back, the rest goes next time.
    """

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most
        self._before: dict[K, V | None] = {}

    def __missing__(self, key: K) -> V | None:
        known = self._before.get(key)
        if known is not None:
            self.keep(key, known)
        return known

    def keep(self, key: K, value: V) -> V:
        """Remember ``value``, and give it back."""
        if len(self) >= self._most:
            self._before = self.copy()
            self.clear()
        self[key] = value
        return value
