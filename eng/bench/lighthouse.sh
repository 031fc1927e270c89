#!/usr/bin/env bash
# Scores the merchant's pages on Lighthouse's phone profile, in the demo world of the published app:  eng/bench/lighthouse.sh
# Needs Chromium (CHROMIUM=path when it is elsewhere) and npm. Fails when a page scores less than 95. Kept in $POSCASES_BENCH like desk.sh.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=${POSCASES_BENCH:-${TMPDIR:-/tmp}/poscases-bench}
mkdir -p "$work"
dotnet publish src/PosCases.Web -c Release -r linux-x64 --self-contained false -o "$work/app" --nologo -v quiet
(cd eng/bench/Lighthouse && npm install --no-audit --no-fund --no-package-lock --silent)
base=http://127.0.0.1:${PORT:-5085}
cd "$work/app"
ASPNETCORE_ENVIRONMENT=Development Data__Folder="$work/demo" dotnet PosCases.Web.dll --urls "$base" > "$work/lighthouse.log" 2>&1 &
server=$!
trap 'kill "$server"; wait "$server" 2>/dev/null || true' EXIT
# The demo world is made first, which takes a minute or two.
until curl -sf -o /dev/null "$base/health/live"; do
    kill -0 "$server" 2>/dev/null || { tail -5 "$work/lighthouse.log" >&2; exit 1; }
    sleep 1
done
sleep 10
cd - > /dev/null
pages=(/account/sign-in /my /my/cases/FZ-2026-000004 /my/new /my/watch /my/training /my/readiness /notifications)
node eng/bench/Lighthouse/run.mjs "$base" huanan@demo.example demo-world-1 "${pages[@]}" > /dev/null || true
node eng/bench/Lighthouse/run.mjs "$base" huanan@demo.example demo-world-1 "${pages[@]}"
