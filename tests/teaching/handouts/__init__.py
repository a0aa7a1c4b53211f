"""The handouts as a browser and a hostile text see them."""
