"""Plain logic: the section of a document lies where nothing else of the site does."""

from collections.abc import Iterator

from generator.check.context import CheckContext
from generator.check.rule import Rule
from generator.datafolder.yaml_file import SETTINGS_FILE, file_problem
from generator.model.problem import Problem
from generator.model.site_paths import (
    ASSETS,
    CARDS,
    CHARTS,
    SEARCH,
    SectionFolder,
)

TAKEN = frozenset(
    path.partition("/")[0] for path in (*SectionFolder, CHARTS, CARDS, SEARCH, ASSETS)
)
"""The folders of every site: those of its sections, its pictures, its search and its looks."""


@Rule
def taken_addresses(context: CheckContext) -> Iterator[Problem]:
    """A document whose section would lie where something else of every site does."""
    for number, directive in enumerate(context.city.directives):
        if directive.section in TAKEN:
            yield file_problem(
                "address-taken",
                SETTINGS_FILE,
                field=f"directives.{number}.{'address' if directive.address else 'id'}",
                value=directive.section,
                other=directive.cited,
                allowed=", ".join(sorted(TAKEN)),
            )
