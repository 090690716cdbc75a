"""The papers of the kit (notices, forms, plans) as plain data: what stands in each, from the answers.

A fact that the answers do not give is a ruled blank, never invented text; how it looks is decided elsewhere.
"""
