"""astropy's match_coordinates_sky of positions that are in memory: seconds, best of three, and how many are near."""
import sys
import time

import numpy as np
from astropy import units as u
from astropy.coordinates import SkyCoord, match_coordinates_sky

tables = [np.fromfile(name).reshape(-1, 2) for name in sys.argv[1:3]]
radius = float(sys.argv[3]) * u.arcsec
best = float("inf")
for _ in range(3):
    stars, sources = (SkyCoord(table, unit="deg") for table in tables)
    start = time.perf_counter()
    _, apart, _ = match_coordinates_sky(stars, sources)
    near = np.count_nonzero(apart <= radius)
    best = min(best, time.perf_counter() - start)
print(best, near)
