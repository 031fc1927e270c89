#!/usr/bin/env bash
# Kills the core at random moments of a stream of commands and checks that nothing acknowledged is lost and nothing is half
# done:  eng/crash-test.sh [SECONDS]
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet run --project eng/CrashTest -- run "${1:-60}"
