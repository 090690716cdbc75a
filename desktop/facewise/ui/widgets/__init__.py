"""The parts that pages are made of; they know words and values, never questionnaires or files."""
