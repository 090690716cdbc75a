"""The self-assessment report laid out: each module makes the blocks of some of its pages."""
