"""PostgreSQL and Valkey out of wheels, for the demo and the tests.

Only the programs of the wheels are used, never their Python layers.  This package imports
nothing of the project, so that it can run before any settings are read.
"""
