"""Signatures under a report, and their checking: the only rooms that know pyHanko.

They work on bytes, never on files, and may know paper and what stands before it, but no words:
what a stamp says comes in as data, and what a check finds goes out as data.
"""
