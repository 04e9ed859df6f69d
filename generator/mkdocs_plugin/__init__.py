"""The face towards mkdocs, and the only room that names it."""

from generator.mkdocs_plugin.build import build
from generator.mkdocs_plugin.plugin import CongkhaiPlugin
from generator.mkdocs_plugin.serving import LiveServer, live_server

__all__ = ["CongkhaiPlugin", "LiveServer", "build", "live_server"]
