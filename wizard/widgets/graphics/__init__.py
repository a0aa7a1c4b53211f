"""Pictures as dots in terminals that can draw them, by Sixel or Kitty's protocol. Everywhere else blocks stay."""
