"""What a summary says, in its order: the tree that every edition draws, tags and reads from."""
