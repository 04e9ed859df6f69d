"""A section of each document that orders something: its board, and each quarter's summary."""

from functools import partial

from generator.model.directives import Directive
from generator.model.duty_records import ReportEntry
from generator.model.settings import City
from generator.pages.directive import board, reviews, told
from generator.pages.section import OfFewRecords, Section

TOLD_RECORDS = (ReportEntry,)


def sections(city: City) -> tuple[Section, ...]:
    """The sections of the documents that are there today, in the order of the settings."""
    return tuple(_section(directive) for directive in city.issued)


def _section(directive: Directive) -> Section:
    has_reviews = directive.duty("reviews") is not None
    has_told = bool(directive.indicators)
    return Section(
        directive.url,
        directive.name,
        (
            partial(board.pages, directive=directive),
            *((_told_pages(directive),) if has_told else ()),
            *((partial(reviews.pages, directive=directive),) if has_reviews else ()),
        ),
        (partial(reviews.files, directive=directive),) if has_reviews else (),
        shelves={
            **({directive.told_url: told.NAME} if has_told else {}),
            **({directive.reviews_url: reviews.NAME} if has_reviews else {}),
        },
    )


def _told_pages(directive: Directive) -> OfFewRecords:
    make = partial(told.pages, directive=directive)
    return OfFewRecords(directive.told_url, make, TOLD_RECORDS)
