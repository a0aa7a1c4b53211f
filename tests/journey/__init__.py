"""The learner's way: what is remembered, what may move, what goes back."""
