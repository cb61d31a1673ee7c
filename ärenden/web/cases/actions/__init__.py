"""One form for each step of the workflow, and the view that shows and sends them all."""
