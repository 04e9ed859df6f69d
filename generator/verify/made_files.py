"""What else is made of records and figures: feeds, scripts and the numbers of charts."""

from generator.model.text import vn_number
from generator.model.verify_words import TITLES, said
from generator.verify.chart_files import chart_faults, chart_files
from generator.verify.feeds import feed_faults
from generator.verify.finding import StepResult, looked_at
from generator.verify.pages import names_shown
from generator.verify.scripts import script_faults
from generator.verify.sealed_rows import sealed_rows
from generator.verify.site import Site


def check_made_files(site: Site) -> StepResult:
    """Feeds and scripts say what the records say, charts give the numbers of the figures.

    Of a script its forms are held against one another; nothing that was sealed has its words.
    """
    sealed = sealed_rows(site)
    sealed.names.update(names_shown(site, sealed))
    drawn = chart_files(site)
    found = [*feed_faults(site, sealed), *script_faults(site, sealed)]
    found += chart_faults(sealed, drawn)
    wrong = {item.place for item in found}
    charts = [path for path in drawn if path not in wrong]
    right = said("made-right")
    if charts:
        right += " " + said("made-charts", count=vn_number(len(charts)))
    return looked_at(TITLES["made"], right, found, charts)
