#!/bin/bash
# Searches the periods of a HATS catalogue on a Slurm cluster: an array with a task for each share and, when all have
# succeeded, one job that completes the catalogue. Prints the two jobs' numbers. What follows is for sbatch:
#   submit.sh zvar.hats periods.hats 100 --partition=long --mem=2G
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
catalog=$(realpath "$1") destination=$(realpath -m "$2") shares=$3
shift 3

array=$(sbatch --parsable --array="1-$shares" "$@" "$here/periods.sbatch" "$here" "$catalog" "$destination" "$shares")
echo "$array"
sbatch --parsable --dependency="afterok:$array" --kill-on-invalid-dep=yes --job-name=zvar-complete "$@" \
  "$here/zvarps.sh" "$here/complete.ps1" -Destination "$destination"
