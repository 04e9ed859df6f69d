"""A script as a page to read from and to print; the publisher makes it, who has the templates."""

from generator.edition.script import ScriptForm

HTML = ScriptForm("html", "html", "Chữ lớn, nhắc lời", "text/html", render=None)
