"""One module a page; a page shows one place of the way through and tells the session what was answered."""
