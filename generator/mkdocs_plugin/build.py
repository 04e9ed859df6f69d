"""Builds a site by mkdocs."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError

from generator.app.site import BuildFailed, Built, Ready
from generator.mkdocs_plugin.plugin import ENGINE, NAME, CongkhaiPlugin
from generator.output.engine_warnings import collected_warnings, told_engine
from generator.output.previous import PreviousBuild
from generator.output.refusal import told_refusal


def build(
    config_file: Path,
    *,
    data: Path | None = None,
    out: Path | None = None,
    extras: bool | None = None,
    previous: PreviousBuild | None = None,
    ready: Ready | None = None,
    day: date | None = None,
) -> Built:
    """Builds the site; None keeps what mkdocs.yml says.

    `extras` are the pictures for sharing and the offline copy. With a `previous` build there are
    none, and what that made is used again as far as it holds. What is `ready` takes the place of
    the data, `day` that of their own day. Raises Refused when a check finds errors and BuildFailed
    for anything else; then the folder is as it was.
    """
    with collected_warnings(ENGINE) as warnings:
        plugin: CongkhaiPlugin | None = None
        try:
            chosen = {"site_dir": str(out.absolute())} if out else {}
            settings = {**(ready.settings if ready else {}), **chosen}
            config = load(config_file, settings, data, False if previous else extras)
            folder, plugin = Path(config.site_dir), plugin_of(config)
            plugin.published, plugin.day = ready.published if ready else None, day
            if previous:
                plugin.rebuild(config, previous)
            else:
                mkdocs_build(config)
        except OSError as error:
            raise BuildFailed(told_refusal(error)) from error
        except MkDocsException as error:
            refused = plugin.refused if plugin else None
            raise refused or BuildFailed(_told(error, warnings)) from error
    assert plugin.site
    return plugin.site.built(folder)


def _told(error: MkDocsException, warnings: Sequence[str]) -> str:
    """Our own sentence where the plugin stopped the engine, which then says only that it stopped.

    Otherwise what the engine says.
    """
    for own in (error, error.__context__):
        if isinstance(own, PluginError):
            return str(own)
    return told_engine(error, warnings)


def plugin_of(config: MkDocsConfig) -> CongkhaiPlugin:
    """Our plugin as the settings name it. Raises BuildFailed where they do not."""
    plugin = config.plugins.get(NAME)
    if not isinstance(plugin, CongkhaiPlugin):
        raise BuildFailed(f"{config.config_file_path} thiếu plugin {NAME}.")
    return plugin


def load(
    config_file: Path, settings: Mapping[str, Any], data: Path | None, extras: bool | None
) -> MkDocsConfig:
    """The settings of the engine with others in the place of its own."""
    config = load_config(config_file=str(config_file), **settings)
    if data is not None:
        plugin_of(config).config["data"] = str(data.absolute())
    if extras is not None:
        plugin_of(config).config["extras"] = extras
    return config
