"""The exercises on practice photos as screens: digits answer, Esc goes back, nothing of the learner's is touched."""
