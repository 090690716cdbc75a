"""What the law asks, as data: the law itself, question packs and their conditions, read strictly from YAML.

This room knows nothing of answers, paper or windows; it may import only `data`, `i18n` and `errors`.
"""
