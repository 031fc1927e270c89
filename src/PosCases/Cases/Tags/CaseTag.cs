using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Platform.Data;
using PosCases.Platform.Security;

namespace PosCases.Cases.Tags;

/// <summary>A word that the desk keeps a case under, so that it is found again beside others. No merchant sees it.</summary>
public sealed class CaseTag : IChangeSignal
{
    /// <summary>Longest tag, in characters.</summary>
    public const int Longest = 20;

    /// <summary>Most tags of one case.</summary>
    public const int Most = 10;

    private CaseTag()
    {
    }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>The word, as it was typed first.</summary>
    public string Text { get; private init; } = "";

    /// <summary>Who set it last; name at the time.</summary>
    public string ByName { get; private set; } = "";

    /// <summary>When it was set or taken off last.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Whether the case stands under it now.</summary>
    public bool IsOn { get; private set; }

    Guid IChangeSignal.Topic => CaseId.Value;

    /// <summary>A tag as people type it: no line breaks, single spaces.</summary>
    public static string Clean(string typed) => string.Join(' ', typed.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    internal static CaseTag Of(CaseId caseId, string text, Actor by, DateTimeOffset at) =>
        new() { CaseId = caseId, Text = text, ByName = by.Name, At = at, IsOn = true };

    internal void Turn(bool on, Actor by, DateTimeOffset at) => (IsOn, ByName, At) = (on, by.Name, at);
}

internal sealed class CaseTagMapping : IEntityTypeConfiguration<CaseTag>
{
    public void Configure(EntityTypeBuilder<CaseTag> builder)
    {
        builder.ToTable("CaseTags");
        builder.HasKey(t => new { t.CaseId, t.Text });
        builder.Property(t => t.Text).HasMaxLength(CaseTag.Longest);
        builder.Property(t => t.ByName).HasMaxLength(128);
        builder.HasOne<Case>().WithMany().HasForeignKey(t => t.CaseId);
        builder.HasIndex(t => new { t.Text, t.IsOn, t.CaseId });
    }
}
