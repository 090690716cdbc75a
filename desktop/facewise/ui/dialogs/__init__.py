"""Dialogs: a few steps in a window of their own, always opened, never waited for."""
