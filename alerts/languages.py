"""The catalogues by language; a new language is one more of them and nothing else."""

from collections.abc import Mapping

from alerts.words import NB, Words
from alerts.words_en import EN
from alerts.words_nn import NN

CATALOGUES: Mapping[str, Words] = {"nb": NB, "nn": NN, "en": EN}


def words(language: str) -> Words:
    """The catalogue of ``language`` (BCP 47; the primary tag is enough), or bokmål where there is none yet."""
    return CATALOGUES.get(language.partition("-")[0].lower(), NB)
