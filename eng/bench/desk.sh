#!/usr/bin/env bash
# How fast the desk is beside bare SQL, on 10,000 and on 1,000,000 cases; what it says stands in docs/performance.md:  eng/bench/desk.sh
# The worlds are made once (the large one takes half an hour and 4 GB) and kept in $POSCASES_BENCH for the next time.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=${POSCASES_BENCH:-${TMPDIR:-/tmp}/poscases-bench}
mkdir -p "$work"
dotnet publish src/PosCases.Web -c Release -r linux-x64 --self-contained false -o "$work/app" --nologo -v quiet

folders=()
for cases in ${BENCH_CASES:-10000 1000000}; do
    folder=$work/$cases
    if [ ! -f "$folder/done" ]; then
        rm -rf "$folder"
        (cd "$work/app" && ASPNETCORE_ENVIRONMENT=Development Data__Folder="$folder" dotnet PosCases.Web.dll seed busy --cases "$cases")
        touch "$folder/done"
    fi
    (cd "$work/app" && ASPNETCORE_ENVIRONMENT=Development Data__Folder="$folder" dotnet PosCases.Web.dll migrate)
    folders+=("$folder")
done
dotnet run -c Release --project eng/bench/DeskBench -- "$work/app" "${folders[@]}"
