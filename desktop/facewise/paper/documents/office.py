"""The papers of the office: assessed, filed, worked off, and looked up by consultants."""

from facewise.paper.documents.actions import ACTIONS
from facewise.paper.documents.changes import CHANGES
from facewise.paper.documents.filing import FILING
from facewise.paper.documents.impact import IMPACT

OFFICE = (ACTIONS, IMPACT, FILING, CHANGES)
"""In the order in which they are listed."""
