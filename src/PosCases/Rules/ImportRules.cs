using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Rules;

/// <summary>Enters the library's rules that are not there yet. What is there stays as people edited it, so it may run on every start.</summary>
public static class ImportRules
{
    /// <summary>Enters what is missing.</summary>
    [Requires(Permission.RunJobs)]
    public sealed record Command : Change;

    internal sealed class Handler(AppDb db) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var known = await db.Rules.Select(r => r.Code).ToHashSetAsync(ct);
            db.Rules.AddRange(RuleLibrary.All.Index()
                .Where(e => !known.Contains(e.Item.Code))
                .Select(e => Rule.Enter(e.Item.Code, e.Index, e.Item.Card)));
            return Result.Ok;
        }
    }
}
