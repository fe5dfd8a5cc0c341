"""The page on the web: one file of HTML that needs nothing else."""
