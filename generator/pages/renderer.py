"""The Jinja environment of every page body: autoescaped, strict, with the filters of `text`."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.model.content import Content, Packed, text_of
from generator.model.records import Procedure, Unit
from generator.model.text import (
    collation_key,
    lower_first,
    quarter_of,
    slug,
    vn_date,
    vn_number,
    vn_percent,
    vn_quarter,
)
from generator.opendata.files import table_files
from generator.opendata.tables import Table, open_tables
from generator.output.memo import FRESH, Fresh
from generator.pages import schema_org as structured
from generator.pages.bytecode import Compiled
from generator.pages.charts.picture import Picture
from generator.pages.csp import with_policy
from generator.pages.links import relative as relative
from generator.pages.mail import mail_link
from generator.pages.pictures import Drawn, draw, embed_code, wrapped

_COMPILED = Compiled()


def templates(folder: Path) -> Environment:
    """The environment over a templates folder; an undefined name raises.

    The same one as before while no template has changed, so that each is compiled once.
    """
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return _templates(folder, tuple((path, *_state(path)) for path in files))


def _state(file: Path) -> tuple[int, int, str]:
    """What tells a file's content, and the moment it was put there, from any other."""
    status = file.stat()
    return status.st_mtime_ns, status.st_ctime_ns, sha256(file.read_bytes()).hexdigest()


@lru_cache(maxsize=2)
def _templates(folder: Path, _files: tuple[tuple[Path, int, int, str], ...]) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(folder),
        auto_reload=False,
        bytecode_cache=_COMPILED,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True}
    environment.filters |= {
        "vn_date": _optional(vn_date),
        "vn_number": vn_number,
        "vn_percent": lambda *share: vn_percent(*share).replace(" %", "\u00a0%"),
        "vn_quarter": vn_quarter,
        "quarter_of": quarter_of,
        "lower_first": lower_first,
        "capitalize_first": lambda text: text[:1].upper() + text[1:],
        "slug": slug,
    }
    return environment


def _optional(show: Callable[[date], str]) -> Callable[[date | None], str]:
    """Shows a date, and nothing for none."""
    return lambda day: "" if day is None else show(day)


@dataclass(frozen=True, slots=True)
class Here:
    """What a part of a page needs of the page it stands on.

    Parts that are given it are imported without context: once, and not anew for every page.
    """

    edition: Edition
    url: str

    def rel(self, to_url: str) -> str:
        """Address of another page or file as seen from here."""
        return relative(self.url, to_url)

    def label(self, dataset: str, field: str, value: str) -> str:
        """The Vietnamese name of an enumerated value."""
        return self.edition.contract.label(dataset, field, value)

    def unit(self, unit_id: str) -> Unit:
        """The unit of that id. Raises KeyError when there is none."""
        return self.edition.unit(unit_id)

    def unit_url(self, unit_id: str) -> str:
        """Address of a unit's page."""
        return unit_url(unit_id)

    def letter(self, title: str) -> str | None:
        """A letter about this page, ready to be sent; None when the city names no address."""
        return mail_link(self.edition, title, self.url)


class Renderer:
    """Renders page bodies of one edition.

    Every template sees `edition`, `url` (the page's own address), `rel(to_url)`, `label(dataset,
    field, value)`, `unit(id)`, `unit_url(id)`, `procedure_url(id)`, `gloss(word)`, and `here` for
    its parts.
    """

    def __init__(self, edition: Edition, environment: Environment, kept: Fresh = FRESH) -> None:
        """`environment` comes from `templates`."""
        self.edition = edition
        self.environment = environment
        self._kept = kept

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """Every table of the open data, made once."""
        return open_tables(self.edition)

    @cached_property
    def table_files(self) -> Mapping[str, Content]:
        """The files of those tables by name, made once."""
        return table_files(self.tables, self._kept)

    def body(self, template: str, url: str, **values: Any) -> str:
        """The HTML of one template as seen from `url`."""
        return self.environment.get_template(template).render(
            dict(self._shared(url)) | {"url": url} | values
        )

    def long_body(self, template: str, url: str, **values: Any) -> str | Packed:
        """The same for a page that may list thousands of records: never one text then."""
        shared = dict(self._shared(url)) | {"url": url}
        return text_of(self.environment.get_template(template).generate(shared | values))

    def stamped_body(self, template: str, url: str, **values: Any) -> str:
        """The same for a template of many pages, one macro `page`: of each only that is run."""
        module = self.environment.get_template(template).module
        return str(module.page(Here(self.edition, url), **values))  # type: ignore[attr-defined]

    def page(
        self,
        template: str,
        url: str,
        title: str,
        description: str,
        *,
        frame: str | None = None,
        search_text: str = "",
        figure: str = "",
        things: Iterable[structured.Thing] = (),
        pictures: Mapping[str, Picture | None] | None = None,
        one_of_many: bool = False,
        **values: Any,
    ) -> Page:
        """A page whose body is one template; `things` are what it says to machines.

        `pictures` are the page's charts by the name the template knows each by; None is no chart.
        A template of which there is `one_of_many` pages is a macro.
        """
        drawn = {
            name: picture and draw(self.environment, picture, url)
            for name, picture in (pictures or {}).items()
        }
        render = self.stamped_body if one_of_many else self.long_body
        body = render(template, url, title=title, **drawn, **values)
        files: dict[str, bytes] = {}
        for one in drawn.values():
            files |= self._files(one, url) if one else {}
        trail = structured.breadcrumbs(self.edition.city.site_url, url, title)
        data = structured.json_ld([*trail, *things])
        return Page(url, title, description, body, frame, search_text, files, figure, data)

    def _files(self, drawn: Drawn, page_url: str) -> dict[str, bytes]:
        """A chart's own files: picture, numbers, and a bare page to stand in a frame."""
        values = {"chart": drawn, "page_url": page_url, "wrapped": wrapped}
        frame_url = f"{drawn.address}/"
        alone = self.body("charts/frame.html", frame_url, **values)
        return {
            f"{drawn.address}.svg": self.body("charts/file.svg", frame_url, **values).encode(),
            f"{drawn.address}.csv": drawn.picture.csv_bytes(),
            f"{frame_url}index.html": with_policy(alone).encode(),
        }

    def _shared(self, url: str) -> Mapping[str, Any]:
        edition = self.edition
        return {
            "edition": edition,
            "city": edition.city,
            "rel": lambda to_url: relative(url, to_url),
            "label": edition.contract.label,
            "unit": edition.unit,
            "unit_url": unit_url,
            "procedure_url": procedure_url,
            "record_url": record_url,
            "here": Here(edition, url),
            "gloss": lambda word: _gloss(word, url),
            "embed_code": lambda drawn: embed_code(drawn, edition.city.site_url),
        }


def _gloss(word: str, from_url: str) -> Markup:
    """A word with the way to what it means, in the table of words of the method page."""
    address = f"{relative(from_url, 'phuong-phap/')}#tu-{slug(word)}"
    return Markup('<a class="ck-gloss" href="{}">{}</a>').format(address, word)


def unit_url(unit_id: str) -> str:
    """Address of a unit's page."""
    return f"don-vi/{unit_id}/"


def procedure_url(procedure_id: str) -> str:
    """Address of a procedure's page: `thu-tuc/1-001193/`."""
    return f"thu-tuc/{slug(procedure_id)}/"


RECORD_SECTIONS = {
    "commendations": "neu-guong",
    "criticisms": "phe-binh",
    "recommendations": "giam-sat/kien-nghi",
}
"""Where the pages of records lie, by dataset."""


def record_url(dataset: str, record_id: str) -> str:
    """Address of a commendation's, a criticism's or a recommendation's page."""
    return f"{RECORD_SECTIONS[dataset]}/{record_id}/"


def by_name(units: tuple[Unit, ...]) -> list[Unit]:
    """Units in the order of a Vietnamese dictionary."""
    return sorted(units, key=lambda unit: collation_key(unit.name))


def by_short_name(procedures: tuple[Procedure, ...]) -> list[Procedure]:
    """Procedures in the order of a Vietnamese dictionary."""
    return sorted(procedures, key=lambda procedure: collation_key(procedure.short_name))
