"""The same words as other programs take them: spreadsheets, tables, calendars, word processors, web pages.

Values in, bytes out; nothing is computed or worded here that the report or a paper does not say.
"""
