using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Security;

namespace PosCases.Cases.Evidence.Judging;

/// <summary>A reason to send a paper back, as the supervisors maintain the list. The merchant reads its text.</summary>
public sealed class SendBackReason : IVersioned
{
    /// <summary>Longest text in either language, in characters.</summary>
    public const int TextLength = 200;

    /// <summary>Longest code, in characters.</summary>
    public const int CodeLength = 40;

    private SendBackReason()
    {
    }

    /// <summary>Stable code, kept with judgements.</summary>
    public string Code { get; private init; } = "";

    /// <summary>What the merchant reads, in Chinese.</summary>
    public string TextZh { get; private set; } = "";

    /// <summary>What the merchant reads, in English.</summary>
    public string TextEn { get; private set; } = "";

    /// <summary>Kinds of paper that it is offered for; any when empty.</summary>
    public IReadOnlyList<string> Papers { get; private set; } = [];

    /// <summary>Place in the list.</summary>
    public int Position { get; private set; }

    /// <summary>No longer offered since.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    /// <summary>Name of who changed it last; empty when it came with the product.</summary>
    public string ChangedByName { get; private set; } = "";

    /// <summary>Changed last at.</summary>
    public DateTimeOffset? ChangedAt { get; private set; }

    /// <inheritdoc/>
    public Guid Version { get; set; }

    internal static SendBackReason Enter(string code, SendBackText text, int position) => new()
    {
        Code = code,
        TextZh = text.Zh,
        TextEn = text.En,
        Papers = text.Papers,
        Position = position,
    };

    internal SendBackReason ChangedBy(Actor by, DateTimeOffset at)
    {
        (ChangedByName, ChangedAt) = (by.Name, at);
        return this;
    }

    internal void Revise(SendBackText text) => (TextZh, TextEn, Papers) = (text.Zh, text.En, text.Papers);

    internal void Retire(DateTimeOffset at) => RetiredAt = at;

    internal void Restore(int position) => (RetiredAt, Position) = (null, position);

    internal void MoveTo(int position) => Position = position;
}

/// <summary>What a reason says, and for which papers.</summary>
/// <param name="Zh">What the merchant reads, in Chinese.</param>
/// <param name="En">What the merchant reads, in English.</param>
/// <param name="Papers">Kinds of the evidence catalogue; any when empty.</param>
public sealed record SendBackText(string Zh, string En, IReadOnlyList<string> Papers);

/// <summary>The reasons that come with the product. The database holds them as supervisors edited them since.</summary>
public static class SendBackReasons
{
    /// <summary>One reason of the library.</summary>
    /// <param name="Code">Stable code; checks name it.</param>
    /// <param name="Text">What the merchant reads.</param>
    /// <param name="Papers">Kinds of paper that it is offered for; any when empty.</param>
    public sealed record Entry(string Code, Bilingual Text, IReadOnlyList<string> Papers);

    /// <summary>Every reason, in the order of the list.</summary>
    public static IReadOnlyList<Entry> All { get; } = Read();

    private static List<Entry> Read()
    {
        using var file = typeof(SendBackReasons).Assembly.GetManifestResourceStream("PosCases.Cases.Evidence.Judging.Library.reasons.json")
            ?? throw new InvalidOperationException("The reasons are not embedded.");
        return JsonSerializer.Deserialize<List<Entry>>(file, JsonSerializerOptions.Web)!;
    }
}

internal sealed class JudgingMapping : IEntityTypeConfiguration<SendBackReason>, IEntityTypeConfiguration<EvidenceJudgement>
{
    private const int ReasonLength = 500;

    public void Configure(EntityTypeBuilder<SendBackReason> builder)
    {
        builder.ToTable("SendBackReasons");
        builder.HasKey(r => r.Code);
        builder.Property(r => r.Code).HasMaxLength(SendBackReason.CodeLength);
        builder.Property(r => r.TextZh).HasMaxLength(SendBackReason.TextLength);
        builder.Property(r => r.TextEn).HasMaxLength(SendBackReason.TextLength);
        builder.Property(r => r.Papers).StoredAsJson();
        builder.Property(r => r.ChangedByName).HasMaxLength(128);
    }

    public void Configure(EntityTypeBuilder<EvidenceJudgement> builder)
    {
        builder.ToTable("EvidenceJudgements");
        builder.Property(j => j.Id).ValueGeneratedNever();
        builder.Property(j => j.ReasonCodes).StoredAsJson();
        builder.Property(j => j.ReasonZh).HasMaxLength(ReasonLength);
        builder.Property(j => j.ReasonEn).HasMaxLength(ReasonLength);
        builder.Property(j => j.Checks).StoredAsJson();
        builder.Property(j => j.ByName).HasMaxLength(128);
        builder.Property(j => j.UndoneByName).HasMaxLength(128);
        builder.HasOne<Case>().WithMany(c => c.Judgements).HasForeignKey(j => j.CaseId);
        builder.HasOne<EvidenceItem>().WithMany().HasForeignKey(j => j.ItemId);
        builder.HasIndex(j => j.CaseId);
    }
}

internal static class JudgingSets
{
    extension(AppDb db)
    {
        public DbSet<SendBackReason> SendBackReasons => db.Set<SendBackReason>();
    }
}
