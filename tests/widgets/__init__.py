"""What steps are made of, without a journey."""
