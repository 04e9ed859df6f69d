"""The address of a document's section is free: nothing else of the site lies there."""

from collections.abc import Iterator

from generator.datafolder.yaml_file import SETTINGS_FILE, file_problem
from generator.model.problem import Problem
from generator.model.settings import City
from generator.model.site_paths import OFFLINE_WORKER, SEARCH_INDEX
from generator.pages.pictures import SECTION as CHARTS
from generator.pages.sections import AFTER, BEFORE
from generator.pages.shell.cards import FOLDER as CARDS

TAKEN = frozenset(
    path.partition("/")[0]
    for path in (
        *(section.address for section in (*BEFORE, *AFTER)),
        *(CHARTS, CARDS, SEARCH_INDEX, OFFLINE_WORKER),
    )
    if path
)
"""The folders of every site: those of its sections, its pictures, its search and its looks."""


def taken_addresses(city: City) -> Iterator[Problem]:
    """A document whose section would lie where something else of every site does."""
    for number, directive in enumerate(city.directives):
        if directive.section in TAKEN:
            yield file_problem(
                "address-taken",
                SETTINGS_FILE,
                field=f"directives.{number}.{'address' if directive.address else 'id'}",
                value=directive.section,
                other=directive.cited,
                allowed=", ".join(sorted(TAKEN)),
            )
