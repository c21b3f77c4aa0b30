"""The schema's history: forward-only versions, run by ``storage.upgrade`` inside one transaction."""
