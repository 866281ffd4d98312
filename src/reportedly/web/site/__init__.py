"""The pages as files that any web host serves and that open from the file system."""
