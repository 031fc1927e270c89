#!/usr/bin/env bash
# Compiles the model of the mappings for every provider, into migrations/*/Compiled:  eng/model.sh
# Needed after a change of a mapping, a converter or a stored type; a test fails when it was forgotten. eng/migration.sh calls it.
set -euo pipefail

cd "$(dirname "$0")/.."
dotnet tool restore

for provider in Sqlite SqlServer; do
    name=PosCases.Migrations.$provider
    project=migrations/$name
    # The old one is left out: it may no longer fit the mappings.
    dotnet build "$project" --nologo -v quiet -p:WithoutCompiledModel=true
    rm -rf "$project/Compiled"
    dotnet ef dbcontext optimize \
        --project "$project" --startup-project "$project" --no-build \
        --context PosCases.Platform.Data.AppDb \
        --output-dir Compiled --namespace "$name.Compiled"
done
