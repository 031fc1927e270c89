#!/usr/bin/env bash
# Fifty papers of 20 MB at once through the built app; what it says stands in docs/performance.md:  eng/bench/uploads.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
dotnet run -c Release --project eng/bench/UploadBench
