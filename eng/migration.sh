#!/usr/bin/env bash
# Adds a migration of the given name to every provider's set, and compiles the models anew:  eng/migration.sh AddDeadlines
set -euo pipefail

name=${1:?usage: eng/migration.sh NAME}
cd "$(dirname "$0")/.."
dotnet tool restore

for provider in Sqlite SqlServer; do
    project=migrations/PosCases.Migrations.$provider
    dotnet build "$project" --nologo -v quiet -p:WithoutCompiledModel=true
    # The folder is given, or the default one, named like the context, would hide the class AppDb by its namespace.
    dotnet ef migrations add "$name" \
        --project "$project" --startup-project "$project" --no-build \
        --context PosCases.Platform.Data.AppDb \
        --output-dir Migrations
done

eng/model.sh
