using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Import;

/// <summary>Ends the reading of a list: all rows were read, something broke it off, or nobody decided in time.</summary>
public static class EndCaseImport
{
    /// <summary>Ends the reading of a list.</summary>
    /// <param name="ImportId">The import.</param>
    /// <param name="Failure">Code of what broke it off; none when all rows were read.</param>
    [Requires(Permission.RunJobs)]
    public sealed record Command(CaseImportId ImportId, string? Failure) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleFor(c => c.Failure).MaximumLength(80);
    }

    internal sealed class Handler(AppDb db, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (await db.Set<CaseImport>().Include(i => i.Stored).SingleOrDefaultAsync(i => i.Id == command.ImportId, ct) is not { } import)
            {
                return new NotFound("CaseImport");
            }

            var now = clock.GetUtcNow();
            switch (import.State)
            {
                case CaseImportState.Mapping or CaseImportState.Checked:
                    import.End(CaseImportState.Expired, command.Failure, now);
                    return Result.Ok;
                case CaseImportState.Checking or CaseImportState.Running when command.Failure is null:
                    import.Finish(now);
                    return Result.Ok;
                case CaseImportState.Checking or CaseImportState.Running:
                    import.End(CaseImportState.Failed, command.Failure, now);
                    return Result.Ok;
                default:
                    return new CaseImportNotAt(import.State);
            }
        }
    }
}
