using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Playbooks.Editing;

/// <summary>Identifies a draft.</summary>
public readonly record struct PlaybookDraftId(Guid Value) : ITypedId<PlaybookDraftId>
{
    /// <inheritdoc/>
    public static PlaybookDraftId Of(Guid value) => new(value);
}

/// <summary>Where a draft stands.</summary>
public enum DraftState
{
    /// <summary>起草中.</summary>
    Editing,

    /// <summary>待另一名主管批准.</summary>
    InReview,
}

/// <summary>
/// A playbook that is being written: nobody works by it until a second supervisor has approved it and it became a
/// <see cref="PlaybookVersion"/>.
/// </summary>
public sealed class PlaybookDraft : IVersioned
{
    private PlaybookDraft()
    {
    }

    /// <summary>Id.</summary>
    public PlaybookDraftId Id { get; private init; }

    /// <inheritdoc/>
    public Guid Version { get; set; }

    /// <summary>Code of the playbook that it will become or renew.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The document as it stands, which may have faults.</summary>
    public string Json { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    public DraftState State { get; private set; }

    /// <summary>Who changed it last: may not approve it.</summary>
    public Guid EditedById { get; private set; }

    /// <summary>The name at the time.</summary>
    public string EditedByName { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset EditedAt { get; private set; }

    /// <summary>Why it was returned; none before that, or since it was changed again.</summary>
    public string? ReturnReason { get; private set; }

    /// <summary>The document, read.</summary>
    public PlaybookDocument Document => PlaybookDocument.Parse(Json);

    internal static PlaybookDraft Of(PlaybookDocument document, Actor by, DateTimeOffset at)
    {
        var draft = new PlaybookDraft { Id = new PlaybookDraftId(Guid.NewGuid()) };
        draft.Write(document, by, at);
        return draft;
    }

    /// <summary>Replaces what it says. A draft under review goes back to its writers by that.</summary>
    public void Write(PlaybookDocument document, Actor by, DateTimeOffset at)
    {
        (Code, Json) = (document.Code, document.ToJson());
        (EditedById, EditedByName, EditedAt) = (by.Id, by.Name, at);
        State = DraftState.Editing;
        ReturnReason = null;
    }

    /// <summary>Asks a second supervisor for approval.</summary>
    public Result Submit()
    {
        if (State == DraftState.InReview)
        {
            return new PlaybookRefused(PlaybookRefusal.InReview);
        }

        State = DraftState.InReview;
        return Result.Ok;
    }

    /// <summary>Sends it back to its writers.</summary>
    public Result Return(string reason, Actor by)
    {
        if (RefuseReviewBy(by) is { } refused)
        {
            return refused;
        }

        (State, ReturnReason) = (DraftState.Editing, reason);
        return Result.Ok;
    }

    /// <summary>Why the actor may not review it now; none when he may.</summary>
    public PlaybookRefused? RefuseReviewBy(Actor by) =>
        State != DraftState.InReview ? new PlaybookRefused(PlaybookRefusal.NotInReview)
        : EditedById == by.Id ? new PlaybookRefused(PlaybookRefusal.OwnDraft)
        : null;
}

internal sealed class PlaybookDraftMapping : IEntityTypeConfiguration<PlaybookDraft>
{
    public void Configure(EntityTypeBuilder<PlaybookDraft> builder)
    {
        builder.ToTable("PlaybookDrafts");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Code).HasMaxLength(60);
        builder.Property(d => d.EditedByName).HasMaxLength(128);
        builder.Property(d => d.ReturnReason).HasMaxLength(500);
        builder.Ignore(d => d.Document);
        builder.HasIndex(d => d.Code).IsUnique();
    }
}

internal static class PlaybookDraftSets
{
    extension(AppDb db)
    {
        public DbSet<PlaybookDraft> PlaybookDrafts => db.Set<PlaybookDraft>();
    }
}
