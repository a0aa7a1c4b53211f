"""HEIF in tiles, as phones write it: read a row of tiles at a time, since libheif decodes a picture whole or not at all."""
