"""How it looks: colour tokens, type scale, fonts and icons of a board."""
