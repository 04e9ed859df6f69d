"""The form in the browser, on one's own machine: the face that answers HTTP."""

from generator.desk.address import Address
from generator.desk.app import Made
from generator.desk.preview import NotBuilt
from generator.desk.server import DeskServer, serving

__all__ = ["Address", "DeskServer", "Made", "NotBuilt", "serving"]
