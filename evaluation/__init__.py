"""What Reportedly is measured on, and the scripts that measure it; run them from the root of the repository."""
