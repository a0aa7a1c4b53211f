"""What is printed, opened in a browser or laid beside the learner's files: made of words, shown by no screen."""
