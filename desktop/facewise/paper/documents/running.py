"""The papers for the daily running of the office: what is asked of vendors, agreed, done and prepared for."""

from facewise.paper.documents.addendum import ADDENDUM
from facewise.paper.documents.incident import INCIDENT
from facewise.paper.documents.procedure import PROCEDURE
from facewise.paper.documents.vendor_card import VENDOR_CARD

RUNNING = (VENDOR_CARD, ADDENDUM, PROCEDURE, INCIDENT)
"""In the order in which they are listed."""
