"""What is put on paper, as plain data: the report, documents and signs.

Knows assessments and content, not how a PDF is written; the rooms in `pdf/` draw what stands here.
"""
