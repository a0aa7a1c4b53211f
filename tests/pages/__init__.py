"""What is printed or laid beside the learner's files."""
