"""Clean many: each article on its own, within its time, so that a hostile one costs no other."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.tasks.article import Article, RawArticle, Reject, RejectedInputError
from copydesk.tasks.clean.desk import clean_article
from copydesk.tasks.workers import TooSlowError, WorkerDiedError, Workers, time_limit

SECONDS_AN_ARTICLE = 60.0
"""A thousand times what a long article takes."""


def clean_raws(raws: Sequence[RawArticle]) -> tuple[list[Article], list[Reject]]:
    """Clean each of `raws`; what cannot become an article comes as a `Reject` with its reason."""
    articles: list[Article] = []
    rejects: list[Reject] = []
    for raw in raws:
        done = _clean_one(raw)
        if isinstance(done, Article):
            articles.append(done)
        else:
            rejects.append(done)
    return articles, rejects


def clean_raws_apart(raws: Sequence[RawArticle]) -> tuple[list[Article], list[Reject]]:
    """The same, each article in a process that may die of it."""
    articles: list[Article] = []
    rejects: list[Reject] = []
    worker = Workers(1)
    for raw in raws:
        try:
            found, refused = worker.call(clean_raws, [raw])
        except WorkerDiedError:
            message = (
                f"{raw.raw_ref} killed the process that cleaned it, twice; please report it with the file."
            )
            found, refused = [], [_refuse(raw, "killed_worker", message)]
        articles += found
        rejects += refused
    worker.close()
    return articles, rejects


def _clean_one(raw: RawArticle) -> Article | Reject:
    try:
        with time_limit(SECONDS_AN_ARTICLE):
            return clean_article(raw)
    except RejectedInputError as error:
        return _refuse(raw, error.reason, f"{raw.raw_ref}: {error.message}")
    except TooSlowError as error:
        return _refuse(raw, "too_slow", f"{raw.raw_ref} was given up: {error}; it is no ordinary article.")
    except (MemoryError, RecursionError) as error:
        return _refuse(
            raw,
            "too_complex",
            f"{raw.raw_ref} was given up ({type(error).__name__}): it is no ordinary page.",
        )
    except Exception as error:  # an input that trips a bug of ours must not stop a run of thousands
        kind = type(error).__name__
        return _refuse(
            raw, "cleaner_failed", f"{raw.raw_ref} could not be cleaned ({kind}: {error}); please report it."
        )


def _refuse(raw: RawArticle, reason: str, message: str) -> Reject:
    return Reject(raw.raw_ref, reason, message, raw.input_id, raw.url)
