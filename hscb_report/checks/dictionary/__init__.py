"""The words of British English, in a list that was made from a Hunspell dictionary."""
