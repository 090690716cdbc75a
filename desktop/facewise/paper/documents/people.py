"""The papers that the people concerned see, read and sign."""

from facewise.paper.documents.consent import CONSENT, WITHDRAWAL
from facewise.paper.documents.guardian import GUARDIAN, MINORS
from facewise.paper.documents.notice import NOTICE, NOTICE_LARGE
from facewise.paper.documents.posted import ALTERNATIVES, CHANGE
from facewise.paper.documents.rules import RULES

PEOPLE = (NOTICE, NOTICE_LARGE, RULES, CHANGE, ALTERNATIVES, CONSENT, WITHDRAWAL, GUARDIAN, MINORS)
"""In the order in which they are listed."""
