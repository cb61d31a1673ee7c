"""The list of cases and its search at 2,000 cases, beside the same pages at 200.

python -m bench.lists

Aim: ten times the cases take no page more than twice the time, and none a second.
"""

from bench.inside import measure

if __name__ == "__main__":
    measure("bench.listing")
