"""The API, version 1: JSON over the same verbs as the pages."""
