using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Impact;

/// <summary>What a person has typed of the impact and not sent yet; one a person and case.</summary>
internal sealed class ImpactDraft
{
    public required CaseId CaseId { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>Number of the statement that it started from.</summary>
    public required int Seen { get; set; }

    public required ImpactForm Form { get; set; }

    public required DateTimeOffset SavedAt { get; set; }
}

internal static class ImpactSets
{
    extension(AppDb db)
    {
        public DbSet<ImpactDraft> ImpactDrafts => db.Set<ImpactDraft>();
    }
}

internal sealed class ImpactMapping : IEntityTypeConfiguration<ImpactStatement>, IEntityTypeConfiguration<ImpactDraft>
{
    public void Configure(EntityTypeBuilder<ImpactStatement> builder)
    {
        builder.ToTable("ImpactStatements");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Form).StoredAsJson();
        builder.Property(i => i.Marks).StoredAsJson();
        builder.Property(i => i.ByName).HasMaxLength(128);
        builder.HasOne<Case>().WithMany(c => c.Impacts).HasForeignKey(i => i.CaseId);
        builder.HasIndex(i => new { i.CaseId, i.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ImpactDraft> builder)
    {
        builder.ToTable("ImpactDrafts");
        builder.HasKey(d => new { d.CaseId, d.PersonId });
        builder.Property(d => d.Form).StoredAsJson();
        builder.HasOne<Case>().WithMany().HasForeignKey(d => d.CaseId);
    }
}

/// <summary>Keeps what was typed of the impact so far, for the person alone.</summary>
public static class SaveImpactDraft
{
    /// <summary>Keeps what was typed so far.</summary>
    /// <param name="Number">Number of the case.</param>
    /// <param name="Seen">Number of the statement that the page started from.</param>
    /// <param name="Form">The figures as far as they can be read.</param>
    [Requires(Permission.FileCases)]
    public sealed record Command(string Number, int Seen, ImpactForm Form) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Number).NotEmpty().MaximumLength(20);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            if (ImpactCheck.Of(command.Form, ShanghaiTime.DateOf(now)) is { } problems)
            {
                return problems;
            }

            var found = await db.Cases.VisibleTo(actor).Where(c => c.Number == command.Number).Select(c => new { c.Id, c.Status }).SingleOrDefaultAsync(ct);
            if (found is null)
            {
                return new NotFound("Case");
            }

            if (found.Status == CaseStatus.Closed)
            {
                return new CaseLocked();
            }

            if (await db.ImpactDrafts.SingleOrDefaultAsync(d => d.CaseId == found.Id && d.PersonId == actor.Id, ct) is { } known)
            {
                (known.Seen, known.Form, known.SavedAt) = (command.Seen, command.Form, now);
            }
            else
            {
                db.ImpactDrafts.Add(new ImpactDraft { CaseId = found.Id, PersonId = actor.Id, Seen = command.Seen, Form = command.Form, SavedAt = now });
            }

            return Result.Ok;
        }
    }
}
