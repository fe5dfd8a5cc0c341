"""What the board says: models of the content, read with the place of every value."""
