"""A published site held against itself: files, ledger, records, figures, signature."""

from generator.verify.finding import Finding, StepResult, render_steps
from generator.verify.site import BadSite, Site, open_site
from generator.verify.steps import verify

__all__ = ["BadSite", "Finding", "Site", "StepResult", "open_site", "render_steps", "verify"]
