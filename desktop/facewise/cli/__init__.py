"""The command line: parses, calls the rooms, prints. It may know every room, and none knows it."""

from facewise.cli.program import main

__all__ = ["main"]
