"""Cards for social media as pictures, with the words to post, and a judge of what was made."""
