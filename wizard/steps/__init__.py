"""One file per step of the way, all of one shape. A step asks the journey and shows; it decides nothing."""
