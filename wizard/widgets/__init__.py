"""What steps are made of: the frame's parts, choices, pictures, progress, lists. Each knows no journey."""
