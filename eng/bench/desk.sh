#!/usr/bin/env bash
# How fast the desk is, on 10,000 and on 1,000,000 cases; prints the tables of docs/performance.md:  eng/bench/desk.sh [PART…]
# Parts: pages, boards, commands, writers, transfer, circuits, start; all of them without any. Commands and writers leave cases behind.
#   BENCH_CASES="10000"    only the small world          BENCH_TIMES=50    fewer rounds          BENCH_CIRCUITS=2000    how many at most
#   BENCH_SQL=1            tells the SQL of each page     BENCH_FILES=1     tells each file of the transfer
# The worlds are made once (the large one takes half an hour and 4 GB) and kept in $POSCASES_BENCH for the next time.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=${POSCASES_BENCH:-${TMPDIR:-/tmp}/poscases-bench}
mkdir -p "$work"
parts=$(IFS=,; echo "${*:-all}")
dotnet publish src/PosCases.Web -c Release -r linux-x64 --self-contained false -o "$work/app" --nologo -v quiet

folders=()
for cases in ${BENCH_CASES:-10000 1000000}; do
    folder=$work/$cases
    if [ ! -f "$folder/done" ]; then
        rm -rf "$folder"
        (cd "$work/app" && ASPNETCORE_ENVIRONMENT=Development Data__Folder="$folder" dotnet PosCases.Web.dll seed busy --cases "$cases" >&2)
        touch "$folder/done"
    fi
    (cd "$work/app" && ASPNETCORE_ENVIRONMENT=Development Data__Folder="$folder" dotnet PosCases.Web.dll migrate >&2)
    folders+=("$folder")
done
dotnet run -c Release --project eng/bench/DeskBench -- "$work/app" "$parts" "${folders[@]}"
