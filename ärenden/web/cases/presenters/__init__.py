"""A case as ready texts: what its templates loop over, and nothing asked of the database."""
