"""The window, and the only rooms that know Qt: it shows and asks, the rooms below say what follows.

Before the first paint nothing here imports pydantic, reportlab, pyHanko, babel or PyYAML.
"""
