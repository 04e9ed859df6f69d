"""What reading a zip raises when it is damaged, or is none."""

from lzma import LZMAError
from zipfile import BadZipFile
from zlib import error as ZlibError

UNREADABLE = (
    BadZipFile,
    NotImplementedError,
    RuntimeError,
    ZlibError,
    LZMAError,
    EOFError,
    OSError,
)
"""No zip, a rare packing, a password, a damaged content."""
