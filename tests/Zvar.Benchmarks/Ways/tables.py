"""
Says how long pandas and astropy take to write the rows of a FITS table, and pandas to read them back, as JSON.

Usage: tables.py FITS FOLDER ROWS_FOR_ASTROPY
"""
import json
import sys
import time

import numpy as np
import pandas as pd
from astropy.table import Table

source, folder, most = sys.argv[1], sys.argv[2], int(sys.argv[3])
table = Table.read(source, memmap=False)
for name in table.colnames:
    if table[name].dtype.kind == "S":
        table[name] = np.char.decode(table[name].filled(b"") if hasattr(table[name], "filled") else table[name])


def seconds(work):
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


frame = table.to_pandas()
times = {"to_csv": seconds(lambda: frame.to_csv(f"{folder}/pandas.csv", index=False))}
times["read_csv"] = seconds(lambda: pd.read_csv(f"{folder}/pandas.csv"))
some = table[:most]
times["ecsv"] = seconds(lambda: some.write(f"{folder}/astropy.ecsv", format="ascii.ecsv", overwrite=True))
print(json.dumps(times))
