"""What is wrong with the content, beyond its form: one rule a file, registered by id."""
