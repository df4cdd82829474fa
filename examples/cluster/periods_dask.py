"""Searches the periods of a HATS catalogue on the workers of a Dask cluster, a share of it a task, and completes it.

    python3 periods_dask.py zvar.hats periods.hats --shares 100 --scheduler-file scheduler.json

Without --scheduler-file the workers are processes of this machine, one on each processor. A share whose worker is lost,
or that has failed, at most three times, is done again by whichever worker is free.
"""

import argparse
import os
import pathlib
import shutil
import subprocess

import dask
from distributed import Client, as_completed

HERE = pathlib.Path(__file__).resolve().parent

# A worker looks at itself a hundred times a second, which is nothing to see here: it waits for a share.
dask.config.set({"distributed.admin.tick.interval": "1s", "distributed.worker.profile.interval": "1s"})


def run(script, *arguments):
    # A share ends with its worker: who takes it then has a processor to himself.
    leash = ["setpriv", "--pdeathsig", "KILL"] if shutil.which("setpriv") else []
    subprocess.run(
        [*leash, HERE / "zvarps.sh", HERE / script, *map(str, arguments)],
        check=True, env={**os.environ, "DOTNET_PROCESSOR_COUNT": "1"})


def search(shard, shards, catalog, destination):
    run("share.ps1", "-Catalog", catalog, "-Destination", destination, "-Shard", shard, "-ShardCount", shards)
    return shard


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("catalog", type=pathlib.Path)
    parser.add_argument("destination", type=pathlib.Path)
    parser.add_argument("--shares", type=int, default=os.cpu_count())
    parser.add_argument("--scheduler-file")
    options = parser.parse_args()
    catalog, destination = options.catalog.resolve(), options.destination.resolve()

    alone = {"threads_per_worker": 1, "dashboard_address": ":0"}
    cluster = {"scheduler_file": options.scheduler_file} if options.scheduler_file else alone
    with Client(**cluster) as client:
        shards = range(1, options.shares + 1)
        tasks = client.map(search, shards, shards=options.shares, catalog=catalog, destination=destination, retries=3)
        for done, task in enumerate(as_completed(tasks), start=1):
            print(f"share {task.result()} is done: {done} of {options.shares}", flush=True)

    run("complete.ps1", "-Destination", destination)


if __name__ == "__main__":
    main()
