"""The screens, driven by keys as a learner drives them."""
