"""
Gets light curves as the notebook of the ZVAR API does: requests, all of the answer into dictionaries, and each star
cleaned and turned into arrays of time, magnitude, error and band.

Usage: notebook_way.py ADDRESS FIRST_PSID COUNT
Prints as JSON the seconds it took, the peak of the memory in MB, and how many points were left.
"""
import json
import sys
import time

import numpy as np
import requests

STARS_A_REQUEST = 500


def get_photometry(address, psids, bands=("g", "r"), form="mag"):
    photometry = {}
    psids = list(set(psids))
    for start in range(0, len(psids), STARS_A_REQUEST):
        answer = requests.post(
            f"{address}/photometry",
            json={"psids": psids[start:start + STARS_A_REQUEST], "bands": list(bands), "format": form},
            auth=("benchmark", "benchmark"),
        )
        answer.raise_for_status()
        photometry.update(answer.json())
    return photometry


def prepare_photometry(points, min_snr=3, min_points=50):
    points = [point for point in points if point["mag"] is not None]
    points = [point for point in points if point["snr"] and point["snr"] >= min_snr]

    bands = np.array([point["band"] for point in points])
    there = np.unique(bands)
    counts = np.array([np.sum(bands == band) for band in there])
    kept = there[counts >= min_points]
    points = [point for point in points if point["band"] in kept]

    time_, mag, magerr, band = (
        np.array([point[name] for point in points]) for name in ("time", "mag", "magerr", "band"))
    mag = np.array([np.nan if value is None else value for value in mag])
    magerr = np.array([np.nan if value is None else value for value in magerr])
    return time_, mag, magerr, band


def peak():
    """The largest resident set of this process in MB, where the system tells."""
    try:
        with open("/proc/self/status", encoding="ascii") as status:
            line = next(line for line in status if line.startswith("VmHWM"))
        return {"peak": int(line.split()[1]) * 1024 / 1e6}
    except OSError:
        return {}


def main():
    address, first, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    wall, processor = time.perf_counter(), time.process_time()
    photometry = get_photometry(address, range(first, first + count))
    prepared = {psid: prepare_photometry(points) for psid, points in photometry.items()}
    print(json.dumps({
        "wall": time.perf_counter() - wall,
        "processor": time.process_time() - processor,
        "points": sum(len(columns[0]) for columns in prepared.values()),
        **peak(),
    }))


if __name__ == "__main__":
    main()
