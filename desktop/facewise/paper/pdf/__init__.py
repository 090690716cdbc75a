"""How paper becomes PDF bytes: fonts, line breaking, the tagged file, blocks and their layout.

Values in, bytes out, and the same bytes for the same values: nothing here reads a clock, a setting or a
user's file. Only these rooms know how a PDF is written; the blocks know nothing of assessments.
"""
