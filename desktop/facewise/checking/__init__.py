"""Checking a report as the window and the command line both do, and what a check finds, in plain words.

One check, one policy on who counts as known, one set of sentences: the edges only show them.
"""
