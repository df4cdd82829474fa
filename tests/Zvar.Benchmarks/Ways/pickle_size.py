"""
Says how many bytes a pandas pickle of each of some light curves has, all together.

Usage: pickle_size.py FILE, a JSON list of light curves, each an object of columns by name.
"""
import json
import pickle
import sys

import pandas as pd

with open(sys.argv[1], encoding="utf-8") as file:
    curves = json.load(file)

print(sum(len(pickle.dumps(pd.DataFrame(curve), protocol=pickle.HIGHEST_PROTOCOL)) for curve in curves))
