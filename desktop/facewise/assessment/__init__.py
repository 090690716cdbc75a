"""What follows from the answers: which questions are asked, findings, red lines, grade, score, deadlines.

Functions from values to values: no words, no clock, no disk. Everything that shows a result shows this one.
"""
