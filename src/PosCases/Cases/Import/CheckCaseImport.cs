using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.People;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Import;

/// <summary>Confirms what the columns hold and has every row looked at; nothing is taken in by it.</summary>
public static class CheckCaseImport
{
    /// <summary>Confirms the columns and begins the look.</summary>
    /// <param name="ImportId">The import.</param>
    /// <param name="Version">Version of the import that the user saw.</param>
    /// <param name="Columns">What each column holds, in the file's order.</param>
    /// <param name="Choices">How it is to be read.</param>
    [Requires(Permission.ReviewCases)]
    public sealed record Command(CaseImportId ImportId, Guid Version, IReadOnlyList<CaseField> Columns, CaseImportChoices Choices) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleForEach(c => c.Columns).IsInEnum();
            RuleFor(c => c.Choices).NotNull().ChildRules(choices =>
            {
                choices.RuleFor(c => c.Source).NotEmpty().MaximumLength(CaseImportMapping.SourceLength);
                choices.RuleFor(c => c.NewMerchants).IsInEnum();
            });
        }
    }

    internal sealed class Handler(AppDb db) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (await db.Set<CaseImport>().SingleOrDefaultAsync(i => i.Id == command.ImportId, ct) is not { } import)
            {
                return new NotFound("CaseImport");
            }

            if (import.Version != command.Version)
            {
                return new Conflict();
            }

            if (CaseColumnWords.Problems(command.Columns, import.Shape.Headers.Count) is { } problems)
            {
                return problems;
            }

            if (!await db.People.WhoMayOwnCases().AnyAsync(p => p.Id == command.Choices.OwnerId, ct))
            {
                return new Invalid("Choices.OwnerId", "NotFound.Person");
            }

            var begun = import.Check(command.Columns, command.Choices with { Source = command.Choices.Source.Trim() });
            if (begun.Succeeded)
            {
                await db.Set<CaseImportIssue>().Where(i => i.ImportId == import.Id).ExecuteDeleteAsync(ct);
            }

            return begun;
        }
    }
}
