using PosCases.Cases;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Letters;

/// <summary>Identifies a letter.</summary>
public readonly record struct LetterId(Guid Value) : ITypedId<LetterId>
{
    /// <inheritdoc/>
    public static LetterId Of(Guid value) => new(value);
}

/// <summary>Where a letter stands.</summary>
public enum LetterState
{
    /// <summary>起草中.</summary>
    Draft,

    /// <summary>待主管审核.</summary>
    InReview,

    /// <summary>已定稿: may go out.</summary>
    Final,

    /// <summary>已作废: kept, but no longer used.</summary>
    Dropped,
}

/// <summary>
/// A letter of a case. What is typed is kept at once; a saved version is never changed again. Only a final letter goes out without the mark
/// of a draft, and where approval is needed nobody who wrote on it gives it.
/// </summary>
public sealed class Letter : IVersioned
{
    private readonly List<LetterVersion> versions = [];

    private Letter()
    {
    }

    /// <summary>Id.</summary>
    public LetterId Id { get; private init; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <inheritdoc/>
    public Guid Version { get; set; }

    /// <summary>Counts every change of what it says or where it stands; whoever changes it names the one that he saw.</summary>
    public int Revision { get; private set; }

    /// <summary>Code of the template.</summary>
    public string Template { get; private init; } = "";

    /// <summary>Version of the template.</summary>
    public int TemplateVersion { get; private init; }

    /// <summary>In which language it is written.</summary>
    public LetterLanguage Language { get; private init; }

    /// <summary>Title, as lists show it.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    public LetterState State { get; private set; }

    /// <summary>Whether a supervisor must approve it.</summary>
    public bool NeedsApproval { get; private init; }

    /// <summary>Whether the merchant sees it once it is final.</summary>
    public bool ForMerchant { get; private init; }

    /// <summary>What it says now.</summary>
    public LetterContent Content { get; private set; } = null!;

    /// <summary>Parts of the template that were left out when it was made.</summary>
    public IReadOnlyList<OmittedPart> Omitted { get; private init; } = [];

    /// <summary>Number of the newest saved version; 0 before the first.</summary>
    public int LastNumber { get; private set; }

    /// <summary>The version that is final; none until then.</summary>
    public int? FinalNumber { get; private set; }

    /// <summary>Made by.</summary>
    public Guid CreatedById { get; private init; }

    /// <summary>Made at.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>Who changed it last.</summary>
    public string EditedByName { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset EditedAt { get; private set; }

    /// <summary>Who approved it.</summary>
    public string? ApprovedByName { get; private set; }

    /// <summary>When it became final.</summary>
    public DateTimeOffset? FinalAt { get; private set; }

    /// <summary>Why it was returned; none before that, or since it was handed in again.</summary>
    public string? ReturnReason { get; private set; }

    /// <summary>Everybody who wrote on it.</summary>
    public IReadOnlyList<Guid> Authors { get; private set; } = [];

    /// <summary>Saved versions, as far as they are loaded.</summary>
    public IReadOnlyList<LetterVersion> Versions => versions;

    internal static Letter Make(CaseId caseId, LetterTemplate template, LetterFill.Filled filled, LetterLanguage language, bool needsApproval, Actor by, DateTimeOffset at)
    {
        var made = new Letter
        {
            Id = new LetterId(Guid.NewGuid()),
            CaseId = caseId,
            Template = template.Code,
            TemplateVersion = template.Version,
            Language = language,
            NeedsApproval = needsApproval,
            ForMerchant = template.ForMerchant,
            Omitted = filled.Omitted,
            CreatedById = by.Id,
            CreatedAt = at,
        };
        made.Take(filled.Content, by, at);
        made.Append(LetterVersionKind.Made, by, at);
        return made;
    }

    /// <summary>Keeps what is typed, without a version of its own.</summary>
    public Result<int> Keep(LetterContent content, Actor by, DateTimeOffset at)
    {
        if (RefuseEditing() is { } refused)
        {
            return refused;
        }

        if (!content.Says(Content))
        {
            Take(content, by, at);
        }

        return Revision;
    }

    /// <summary>Saves a version that stays.</summary>
    public Result<int> Save(LetterContent content, LetterVersionKind kind, Actor by, DateTimeOffset at)
    {
        if (RefuseEditing() is { } refused)
        {
            return refused;
        }

        Take(content, by, at);
        Append(kind, by, at);
        return Revision;
    }

    /// <summary>Asks a supervisor for approval of what it says now. Needs the versions.</summary>
    public Result<int> Submit(Actor by, DateTimeOffset at) =>
        !NeedsApproval ? new LetterRefused(LetterRefusal.NeedsNoApproval)
        : State != LetterState.Draft ? new LetterRefused(LetterRefusal.NotDraft)
        : MoveTo(LetterState.InReview, by, at);

    /// <summary>Makes what it says now final, where nobody has to approve it. Needs the versions.</summary>
    public Result<int> Finish(Actor by, DateTimeOffset at) =>
        NeedsApproval ? new LetterRefused(LetterRefusal.NeedsApproval)
        : State != LetterState.Draft ? new LetterRefused(LetterRefusal.NotDraft)
        : MoveTo(LetterState.Final, by, at);

    /// <summary>Approves it; never somebody who wrote on it.</summary>
    public Result<int> Approve(Actor by, DateTimeOffset at)
    {
        if (RefuseReviewBy(by) is { } refused)
        {
            return refused;
        }

        ApprovedByName = by.Name;
        return MoveTo(LetterState.Final, by, at);
    }

    /// <summary>Sends it back to its writers.</summary>
    public Result<int> Return(string reason, Actor by)
    {
        if (RefuseReviewBy(by) is { } refused)
        {
            return refused;
        }

        (State, ReturnReason) = (LetterState.Draft, reason.Trim());
        return ++Revision;
    }

    /// <summary>Goes on writing on a letter that is final or under review; the final version stays among the versions.</summary>
    public Result<int> Rewrite(Actor by, DateTimeOffset at)
    {
        if (State is LetterState.Draft)
        {
            return new LetterRefused(LetterRefusal.IsDraft);
        }

        (State, FinalNumber, FinalAt, ApprovedByName) = (LetterState.Draft, null, null, null);
        (EditedByName, EditedAt) = (by.Name, at);
        return ++Revision;
    }

    /// <summary>Puts it away; it is kept.</summary>
    public Result<int> Drop(Actor by, DateTimeOffset at)
    {
        if (State == LetterState.Dropped)
        {
            return new LetterRefused(LetterRefusal.Dropped);
        }

        (State, FinalNumber, FinalAt, ApprovedByName) = (LetterState.Dropped, null, null, null);
        (EditedByName, EditedAt) = (by.Name, at);
        return ++Revision;
    }

    /// <summary>Why the actor may not review it now; none when he may.</summary>
    public LetterRefused? RefuseReviewBy(Actor by) =>
        State != LetterState.InReview ? new LetterRefused(LetterRefusal.NotInReview)
        : Authors.Contains(by.Id) ? new LetterRefused(LetterRefusal.OwnLetter)
        : null;

    private LetterRefused? RefuseEditing() => State == LetterState.Draft ? null : new LetterRefused(LetterRefusal.NotDraft);

    private int MoveTo(LetterState state, Actor by, DateTimeOffset at)
    {
        if (versions.MaxBy(v => v.Number) is not { } last || !last.Content.Says(Content))
        {
            Append(LetterVersionKind.Saved, by, at);
        }

        (State, ReturnReason) = (state, null);
        if (state == LetterState.Final)
        {
            (FinalNumber, FinalAt) = (LastNumber, at);
        }

        return ++Revision;
    }

    private void Take(LetterContent content, Actor by, DateTimeOffset at)
    {
        (Content, Title) = (content, content.Title);
        (EditedByName, EditedAt) = (by.Name, at);
        Authors = Authors.Contains(by.Id) ? Authors : [.. Authors, by.Id];
        Revision++;
    }

    private void Append(LetterVersionKind kind, Actor by, DateTimeOffset at) => versions.Add(new LetterVersion(Id, ++LastNumber, kind, Content, by, at));
}
