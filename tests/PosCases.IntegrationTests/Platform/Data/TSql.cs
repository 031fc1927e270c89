using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace PosCases.IntegrationTests.Platform.Data;

/// <summary>SQL Server's own parser of T-SQL.</summary>
internal static class TSql
{
    public static void AssertParses(string script)
    {
        using var reader = new StringReader(script);
        new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);

        Assert.True(errors.Count == 0, string.Join('\n', errors.Select(e => $"line {e.Line}: {e.Message}")) + "\n" + script);
    }
}
