"""What a text says by which one person can be found: numbers, addresses, a child's age."""
