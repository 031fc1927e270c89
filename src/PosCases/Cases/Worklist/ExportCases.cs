using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Cases.Search;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Worklist;

/// <summary>Identifies a list that was taken out.</summary>
public readonly record struct CaseExportId(Guid Value) : ITypedId<CaseExportId>
{
    /// <inheritdoc/>
    public static CaseExportId Of(Guid value) => new(value);

    /// <summary>A fresh id.</summary>
    public static CaseExportId New() => new(Guid.NewGuid());
}

/// <summary>As what a list is taken out.</summary>
public enum ExportFormat
{
    /// <summary>Text with commas, UTF-8 with a mark, RFC 4180.</summary>
    Csv,

    /// <summary>A workbook.</summary>
    Xlsx,
}

/// <summary>That somebody took a list out: who, which, when, how many rows.</summary>
public sealed class CaseExport
{
    /// <summary>Longest address of a list that is kept.</summary>
    public const int ConditionsLength = 2000;

    private CaseExport()
    {
    }

    /// <summary>Id.</summary>
    public CaseExportId Id { get; private init; }

    /// <summary>Who.</summary>
    public Guid PersonId { get; private init; }

    /// <summary>His name at the time.</summary>
    public string PersonName { get; private init; } = "";

    /// <summary>The conditions, as the address of the worklist says them.</summary>
    public string Conditions { get; private init; } = "";

    /// <summary>As what.</summary>
    public ExportFormat Format { get; private init; }

    /// <summary>Begun at.</summary>
    public DateTimeOffset StartedAt { get; private init; }

    /// <summary>Ended at; none while it goes on, and for good when the app stopped meanwhile.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>How many rows went out.</summary>
    public int Rows { get; private set; }

    /// <summary>Whether it was all of them.</summary>
    public bool IsComplete { get; private set; }

    internal static CaseExport Begin(string conditions, ExportFormat format, Actor by, DateTimeOffset now) => new()
    {
        Id = CaseExportId.New(),
        PersonId = by.Id,
        PersonName = by.Name,
        Conditions = conditions,
        Format = format,
        StartedAt = now,
    };

    internal void End(int rows, bool isComplete, DateTimeOffset now) => (Rows, IsComplete, EndedAt) = (rows, isComplete, now);
}

/// <summary>Writes down that a list is taken out, before its first row and after its last; the rows come by <see cref="ListCases.ExportQuery"/>.</summary>
public static class ExportCases
{
    /// <summary>Begins; without it nothing goes out.</summary>
    /// <param name="Conditions">The conditions, as the address of the worklist says them.</param>
    /// <param name="Format">As what.</param>
    [Requires(Permission.ExportCases, Scope = TokenScopes.Read)]
    public sealed record Command(string Conditions, ExportFormat Format) : Change<CaseExportId>;

    /// <summary>Ends, be it at the last row or before.</summary>
    /// <param name="Id">What was begun.</param>
    /// <param name="Rows">How many rows went out.</param>
    /// <param name="IsComplete">Whether it was all of them.</param>
    [Requires(Permission.ExportCases, Scope = TokenScopes.Read)]
    public sealed record EndCommand(CaseExportId Id, int Rows, bool IsComplete) : Change;

    /// <summary>Counts what would go out. It reads an index to its end, so it is asked when somebody wants the file, and on no page.</summary>
    /// <param name="View">Which part of the work.</param>
    /// <param name="Filter">What it is narrowed to.</param>
    [Requires(Permission.ExportCases)]
    public sealed record CountQuery(WorkView View, CaseFilter Filter) : IQuery<int>;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Conditions).NotNull().MaximumLength(CaseExport.ConditionsLength);
            RuleFor(c => c.Format).IsInEnum();
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, SearchIndex index, TimeProvider clock) :
        IRequestHandler<Command, Result<CaseExportId>>, IRequestHandler<EndCommand, Result>, IRequestHandler<CountQuery, Result<int>>
    {
        public Task<Result<CaseExportId>> Handle(Command command, CancellationToken ct)
        {
            var export = CaseExport.Begin(command.Conditions, command.Format, actor, clock.GetUtcNow());
            db.Add(export);
            return Task.FromResult<Result<CaseExportId>>(export.Id);
        }

        public async Task<Result> Handle(EndCommand command, CancellationToken ct)
        {
            var found = await db.Set<CaseExport>().SingleOrDefaultAsync(e => e.Id == command.Id && e.PersonId == actor.Id && e.EndedAt == null, ct);
            found?.End(command.Rows, command.IsComplete, clock.GetUtcNow());
            return found is null ? new NotFound("Export") : Result.Ok;
        }

        public async Task<Result<int>> Handle(CountQuery query, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var cases = db.Cases.AsNoTracking().VisibleTo(actor);
            if (SearchTerms.Parse(query.Filter.Text ?? "") is { } terms)
            {
                await index.ModeAsync(db, ct);
                var places = await index.Find(db, terms, null, ListCases.MostPlaces).Select(e => e.CaseId).ToListAsync(ct);
                List<CaseId> found = [.. places.OfType<CaseId>().Distinct()];
                cases = cases.Among(found);
            }
            else if (await db.FewAsync(query.Filter, CaseFilters.MostFew, ct) is { } few)
            {
                cases = cases.Among(few);
            }

            return await cases.In(query.View, actor, now).Matching(query.Filter, db, actor, now).CountAsync(ct);
        }
    }
}

internal sealed class CaseExportMapping : IEntityTypeConfiguration<CaseExport>
{
    public void Configure(EntityTypeBuilder<CaseExport> builder)
    {
        builder.ToTable("CaseExports");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.PersonName).HasMaxLength(60);
        builder.Property(e => e.Conditions).HasMaxLength(CaseExport.ConditionsLength);
        builder.HasIndex(e => e.StartedAt);
    }
}
