"""What lies on the user's disk: assessment files, answers files, evidence, identities and pins.

It may know every room but `cli` and `ui`; with those it is the only one that touches the user's files.
"""
