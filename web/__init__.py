"""The pages and the API: server-rendered, whole without scripts, closed unless a route says whom it lets in."""
