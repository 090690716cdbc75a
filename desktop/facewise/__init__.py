"""Facewise: a self-assessment under China's Facial Recognition Measures, offline, in two languages.

The rooms stand in one order, and each imports only rooms before it:
data, i18n, errors, content, assessment, paper, paper.pdf, signing, store, then cli and ui.
"""
