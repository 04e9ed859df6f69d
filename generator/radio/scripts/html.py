"""A script as a page to read from and to print; the publisher makes it, who has the templates."""

from generator.edition.script import ScriptForm

HTML = ScriptForm("html", "html", "Đọc và in, chữ lớn", "text/html", render=None)
