"""The pages as JSON, for programs: read-only, one shape for every answer and one for every error."""
