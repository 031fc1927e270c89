using System.Data;
using System.Data.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PosCases.Institutions;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.IntegrationTests.Merchants;

/// <summary>The queries of the reference data can be said in T-SQL; no server is asked, every answer is empty.</summary>
public sealed class SqlServerQueryTests
{
    private readonly Silence silence = new();

    [Fact]
    public async Task Merchants_and_institutions_can_be_searched_and_shown()
    {
        await using var db = new AppDb(
            new DbContextOptionsBuilder<AppDb>().UseSqlServer("Server=nowhere;Connect Timeout=1").AddInterceptors(silence, new NoConnection()).Options);
        Actor agent = new(Guid.NewGuid(), "Li", Role.Agent, null);

        await Ask(new ListMerchants.Handler(db, agent), new ListMerchants.Query("tea"));
        await Ask(new ViewMerchant.Handler(db, agent), new ViewMerchant.Query(MerchantId.New()));
        await Ask(new ListInstitutions.Handler(db), new ListInstitutions.Query("bank", [InstitutionKind.Bank, InstitutionKind.Acquirer]));
        await Ask(new ViewInstitution.Handler(db, agent), new ViewInstitution.Query(InstitutionId.New()));

        Assert.Equal(6, silence.Asked.Length);
        Assert.Contains("ESCAPE", silence.Asked[0], StringComparison.Ordinal);
    }

    private static Task<Result<T>> Ask<TQuery, T>(IRequestHandler<TQuery, Result<T>> handler, TQuery query)
        where TQuery : IQuery<T> => handler.Handle(query, TestContext.Current.CancellationToken);

    private sealed class NoConnection : DbConnectionInterceptor
    {
        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(InterceptionResult.Suppress());
    }

    private sealed class Silence : DbCommandInterceptor
    {
        private readonly List<string> asked = [];

        public string[] Asked => [.. asked];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            asked.Add(command.CommandText);
            using DataTable answer = new() { Locale = System.Globalization.CultureInfo.InvariantCulture };
            if (command.CommandText.StartsWith("SELECT COUNT(*)", StringComparison.Ordinal))
            {
                answer.Columns.Add("count", typeof(int));
                answer.Rows.Add(0);
            }
            else
            {
                // A split query buffers its answer and wants to see its columns.
                answer.Columns.AddRange([.. Enumerable.Range(0, 40).Select(i => new DataColumn($"c{i}", typeof(string)))]);
            }

            return ValueTask.FromResult(InterceptionResult<DbDataReader>.SuppressWithResult(answer.CreateDataReader()));
        }
    }
}
