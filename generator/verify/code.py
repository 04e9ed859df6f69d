"""The code that was heard on the radio, against every edition of the site's ledger."""

from generator.ledger.chain import Chain
from generator.ledger.heard_code import HeardCode
from generator.model.site_paths import LEDGER
from generator.model.verify_words import TITLES, said
from generator.verify.finding import Finding, StepResult, looked_at
from generator.verify.ledger import read_chain
from generator.verify.site import Site


def check_code(site: Site, heard: HeardCode) -> StepResult:
    """The six words are those of an edition of the ledger, looked for from the newest on."""
    title, chain = TITLES["code"], read_chain(site)
    if not isinstance(chain, Chain) or not chain.editions:
        return StepResult(title, "unknown", said("code-unclosed"))
    for edition, code in reversed(chain.codes.items()):
        if heard.fits(code.words):
            right = said("code-right", edition=edition)
            unmarked = "" if heard.marked else said("code-unmarked")
            return StepResult(title, "right", f"{right} {unmarked}".strip())
    return looked_at(title, "", [Finding(LEDGER, said("code-other"))])
