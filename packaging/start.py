"""Where a bundle starts."""

import multiprocessing
import sys

from facewise.cli import main

if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
