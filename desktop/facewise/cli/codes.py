"""The exit codes."""

from typing import Final

FINE: Final = 0
FOUND: Final = 1
"""`check`: a red line is crossed. `verify`: the document is not intact and as signed."""
UNUSABLE: Final = 2
"""Input or arguments that cannot be used, said in one line on stderr."""
INTERRUPTED: Final = 130
PIPE_CLOSED: Final = 141
"""As shells report SIGINT and SIGPIPE: 128 and the number of the signal."""
