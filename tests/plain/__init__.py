"""Plain mode: the journey in lines, with numbers for answers."""
