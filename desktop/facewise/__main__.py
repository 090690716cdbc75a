"""`python -m facewise`, the same as the command."""

import sys

from facewise.cli import main

if __name__ == "__main__":
    sys.exit(main())
