"""The pictograms of the ways to pay or to get in."""

PICTOGRAMS = {
    "card": "card",
    "qr": "qr",
    "code": "key",
    "id_document": "document",
    "staff": "desk",
    "cash": "cash",
    "face": "face",
}
"""The drawing that stands for each way of the questionnaire."""
