"""The desk: pages to read, compare and decide on, served to a browser or written as a site of files."""
