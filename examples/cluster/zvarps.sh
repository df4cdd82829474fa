#!/bin/bash
# Runs a script in pwsh; where there is none, in ZvarPS.Host, which a clone has after `dotnet build -c Release`:
#   zvarps.sh share.ps1 [arguments]
# The variable ZVARPS_HOST, if it is set, is the ZvarPS.Host.dll to take instead of either.

# What it says goes to a file, where the codes of colours are noise.
export NO_COLOR=1
if [ -z "${ZVARPS_HOST:-}" ] && command -v pwsh >/dev/null; then
  exec pwsh -NoProfile -NonInteractive -File "$@"
fi

# Of the folder of the script it runs, not its own: Slurm runs a copy of a job's script.
built=$(dirname "$1")/../../artifacts/bin/ZvarPS.Host/release/ZvarPS.Host.dll
exec dotnet "${ZVARPS_HOST:-$built}" -File "$@"
