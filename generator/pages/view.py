"""What a template is given: one type of view a template, whose fields are the template's variables.

A view is a frozen dataclass declared beside the code that makes it, so that a type checker sees
what every page is given.
"""

from dataclasses import dataclass, fields
from typing import Any, ClassVar

from jinja2 import Environment


@dataclass(frozen=True)
class View:
    """The values of one template, which its class names.

    A template of which thousands of pages are made is a macro `page(here, title, ...)`: of each
    page only that is run.
    """

    template: ClassVar[str]
    is_macro: ClassVar[bool] = False

    def values(self) -> dict[str, Any]:
        """The fields by name."""
        return {item.name: getattr(self, item.name) for item in fields(self)}


def rendered(environment: Environment, view: View) -> str:
    """The text of a template that needs nothing beside its view."""
    return environment.get_template(view.template).render(view.values())
