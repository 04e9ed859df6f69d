"""How long a test waits for a browser, a server or a process before it says that it does not come.

It bounds what never comes. What is merely slow, on a machine that is busy with other things, is no
fault: no test waits for less, and none waits for a fixed time to pass.
"""

PATIENCE_SECONDS = 180
PATIENCE_MS = PATIENCE_SECONDS * 1000
