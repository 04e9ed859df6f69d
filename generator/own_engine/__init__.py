"""The engine of our own: hand-written pages and frames by Markdown and Jinja2 alone."""

from generator.own_engine.build import build
from generator.own_engine.serving import LiveServer, live_server

__all__ = ["LiveServer", "build", "live_server"]
