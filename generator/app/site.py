"""A publication as a site: what the engine shows of it, and every file that is not the engine's."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.app.publication import Published
from generator.ledger import checksums as sums
from generator.model.text import vn_date
from generator.output.engine_output import EngineFiles, remove_left_out
from generator.output.progress import doing, each
from generator.output.refusal import told_refusal
from generator.output.restaging import PreviousOutput, Restaging
from generator.output.staging import NotASite, Staging
from generator.pages.conduct.gate import NamedUnfairly
from generator.pages.pictures import SECTION as CHARTS
from generator.pages.sections import SiteSections
from generator.pages.shell.cards import Cards
from generator.pages.shell.finish import (
    EngineOutput,
    FrameMismatch,
    finished_files,
    frame_folders,
)
from generator.pages.shell.offline import ARCHIVE, READ_ME, Offline

_PAGE = "index.html"
_CHARTS = f"{CHARTS}/"
_NOT_A_SITE = (
    "Thư mục {} không phải là trang do congkhai dựng nên không bị thay thế. "
    "Hãy chọn một thư mục trống hoặc một thư mục chưa có."
)


class SiteRefused(Exception):
    """A publication cannot become a site; `str()` says why in Vietnamese."""


class BuildFailed(Exception):
    """A site could not be built for a reason other than its data; `str()` says why."""


@dataclass(frozen=True)
class Built:
    """A finished build: where it lies, what went into it, and why its history is not told."""

    folder: Path
    page_count: int
    row_count: int
    problem_count: int
    untold: str = ""


@dataclass(frozen=True)
class Ready:
    """A publication that need not be made of data first, and the engine's settings for it."""

    published: Published
    settings: Mapping[str, Any]


@dataclass(frozen=True)
class Extras:
    """What no reader on the site itself needs: pictures for sharing, and the offline copy."""

    cards: Cards
    offline: Offline


def extras_of(published: Published, templates: Path) -> Extras:
    """The extras of a publication; `templates` is `site_templates/`."""
    return Extras(
        Cards(
            templates / "cards",
            published.site_name,
            published.city_name,
            sample=published.sample,
        ),
        Offline(
            published.city_name,
            published.site_name,
            published.edition_id,
            published.as_of,
            published.ledger_head,
        ),
    )


def is_plain(paths: Collection[str]) -> bool:
    """True of a site that was built without extras: only they make the offline copy."""
    return ARCHIVE not in paths and not is_offline(paths)


def is_offline(paths: Collection[str]) -> bool:
    """True of an offline copy: it says what it is, and holds no other copy."""
    return READ_ME in paths and ARCHIVE not in paths


def shown(published: Published, *, extras: bool = False) -> dict[str, Any]:
    """What the theme shows on every page."""
    sections = SiteSections(published.edition.city)
    return {
        "extras": extras,
        "city_name": published.city_name,
        "edition_id": published.edition_id,
        "as_of": vn_date(published.as_of),
        "dossiers_until": vn_date(until) if (until := published.dossiers_until) else "",
        "sample": published.sample,
        "look": published.edition.city.look,
        "feeds": sections.feeds,
        "services": sections.services,
        "statements": sections.statements,
        "commit": published.commit,
        "ledger_head": published.ledger_head,
        "unattested": published.unattested,
    }


class SiteInTheMaking:
    """A publication, and the staging folder in which it becomes a site."""

    def __init__(
        self,
        target: Path,
        published: Published,
        extras: Extras | None = None,
        previous: PreviousOutput | None = None,
    ) -> None:
        """Open a folder beside `target`. Raises SiteRefused."""
        self.published, self.extras = published, extras
        self.page_count = 0
        try:
            self.staging = Restaging(target, previous) if previous else Staging(target)
        except NotASite as error:
            raise SiteRefused(_NOT_A_SITE.format(error)) from error
        except OSError as error:
            raise SiteRefused(told_refusal(error)) from error

    def built(self, folder: Path) -> Built:
        """What is said of the build, in whose `folder` the site now lies."""
        about = self.published
        return Built(folder, self.page_count, about.row_count, len(about.problems), about.untold)

    def finish(self, urls: Sequence[str], site_url: str | None) -> None:
        """Write what is missing beside the engine's output. Raises SiteRefused, OSError.

        `urls` are the addresses of the engine's pages, which lie in the staging folder.
        """
        staging = self.staging
        self._write_pages(
            EngineOutput(urls, lambda path: staging.read(path).decode("utf-8")), site_url
        )
        remove_left_out(staging.folder, frame_folders(urls))
        self._write_offline()
        self._write_sums()

    def replace_from(self, built: EngineFiles, site_url: str | None) -> None:
        """Write a whole site, with what the engine built once, and put it in its place.

        Raises SiteRefused, OSError; then the unfinished site is gone.
        """
        try:
            self._write_pages(EngineOutput(built.urls, built.read), site_url)
            built.write_rest(self.staging)
            self._write_offline()
            self._write_sums()
            self.staging.replace()
        except BaseException:
            self.staging.discard()
            raise

    def _write_pages(self, engine: EngineOutput, site_url: str | None) -> None:
        """Write every file that does not come from the engine as it is."""
        published, cards = self.published, self.extras.cards if self.extras else None
        files = finished_files(
            published.publication,
            engine,
            published.as_of,
            site_url,
            SiteSections(published.edition.city),
            cards,
        )
        try:
            for path, pieces in each("Ghi các tệp của trang", files):
                self.staging.write(path, pieces)
                self.page_count += path.endswith(_PAGE) and not path.startswith(_CHARTS)
        except (FrameMismatch, NamedUnfairly) as error:
            raise SiteRefused(str(error)) from error

    def _write_offline(self) -> None:
        """Write the offline copy, where there is to be one."""
        if self.extras:
            doing("Đóng gói bản dùng ngoại tuyến")
            paths = self.staging.paths()
            with self.staging.create(ARCHIVE) as out:  # it is never held whole
                self.extras.offline.write(paths, self.staging.read, out)

    def _write_sums(self) -> None:
        doing("Tính mã kiểm tra của mọi tệp")
        head = self.published.ledger_head
        self.staging.write(sums.FILE, sums.render_sums(self.staging.hashes(), head))
