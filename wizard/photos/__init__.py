"""What lies on the disk: walking a folder, reading a picture safely, metadata, companions. Opens nothing for writing."""
