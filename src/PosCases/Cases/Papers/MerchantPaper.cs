using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Cases.Evidence;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Platform.Storage;

namespace PosCases.Cases.Papers;

/// <summary>Identifies a paper that a merchant keeps for later cases.</summary>
public readonly record struct MerchantPaperId(Guid Value) : ITypedId<MerchantPaperId>
{
    /// <inheritdoc/>
    public static MerchantPaperId Of(Guid value) => new(value);

    /// <summary>A fresh id.</summary>
    public static MerchantPaperId New() => new(Guid.NewGuid());
}

/// <summary>A paper on a merchant's profile, kept so that it need not be handed in anew for every case. Its bytes are its own.</summary>
public sealed class MerchantPaper
{
    /// <summary>Most papers in use of one merchant.</summary>
    public const int Most = 40;

    /// <summary>How many days before the end people are reminded, most days first.</summary>
    public static readonly IReadOnlyList<int> ReminderDays = [60, 30, 7];

    private MerchantPaper()
    {
    }

    /// <summary>Kinds of the evidence catalogue that are the same from case to case.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
        ["BUSINESS_LICENSE", "LEGAL_REP_ID", "LEASE_CONTRACT", "SETTLEMENT_ACCOUNT_PROOF", "INDUSTRY_PERMIT", "ACQUIRING_AGREEMENT", EvidenceCode.Rectification];

    /// <summary>Id.</summary>
    public MerchantPaperId Id { get; private init; }

    /// <summary>Whose it is.</summary>
    public MerchantId MerchantId { get; private init; }

    /// <summary>Kind of the evidence catalogue.</summary>
    public string Code { get; private init; } = "";

    /// <summary>Label of the file.</summary>
    public string FileName { get; private init; } = "";

    /// <summary>Media type found in the content.</summary>
    public string ContentType { get; private init; } = "";

    /// <summary>Size in bytes.</summary>
    public long Size { get; private init; }

    /// <summary>SHA-256 of the bytes, 64 hexadecimal digits.</summary>
    public string Sha256 { get; private init; } = "";

    /// <summary>Random key under which the bytes are kept.</summary>
    public string StorageKey { get; private init; } = "";

    /// <summary>Date on the paper; none when it bears none.</summary>
    public DateOnly? IssuedOn { get; private init; }

    /// <summary>Last day on which it is valid; none when it has no end.</summary>
    public DateOnly? ValidTo { get; private init; }

    /// <summary>The paper of a case of which it is a copy; none when it was handed in on the profile.</summary>
    public EvidenceItemId? FromItem { get; private init; }

    /// <summary>Name of who put it there.</summary>
    public string ByName { get; private init; } = "";

    /// <summary>Kept since.</summary>
    public DateTimeOffset KeptAt { get; private init; }

    /// <summary>Taken off the profile at.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Of how many days before its end people were reminded last.</summary>
    public int? RemindedDays { get; private set; }

    /// <summary>Whether it is no longer valid on the day.</summary>
    public bool IsExpiredOn(DateOnly day) => ValidTo < day;

    /// <summary>Which reminder is due on the day: days before the end; none when none is, or it was given.</summary>
    public int? ReminderDueOn(DateOnly day)
    {
        if (EndedAt is not null || ValidTo is not { } end || end < day)
        {
            return null;
        }

        var left = end.DayNumber - day.DayNumber;
        var reached = ReminderDays.Where(days => left <= days).DefaultIfEmpty(-1).Min();
        return reached > 0 && (RemindedDays is null || reached < RemindedDays) ? reached : null;
    }

    internal static MerchantPaper Keep(MerchantId merchant, PaperForm form, StoredFile file, EvidenceItemId? from, Actor by, DateTimeOffset at) => new()
    {
        Id = MerchantPaperId.New(),
        MerchantId = merchant,
        Code = form.Code,
        IssuedOn = form.IssuedOn,
        ValidTo = form.ValidTo,
        FromItem = from,
        FileName = file.Name,
        ContentType = file.ContentType,
        Size = file.Size,
        Sha256 = file.Sha256,
        StorageKey = file.Key,
        Stored = VaultFile.Of(file.KeptFor(merchant.Value), file.Scan, at),
        ByName = by.Name,
        KeptAt = at,
    };

    /// <summary>The file in the vault, where it was read with the paper.</summary>
    public VaultFile? Stored { get; private init; }

    /// <summary>The paper as it is opened; <see cref="Stored"/> must have been read.</summary>
    internal OpenedEvidence Opened => new(FileName, ContentType, Stored!.Scan, Evidence.Examination.FileWarnings.None) { File = Stored.Kept };

    /// <summary>Takes it off the profile; nobody needs its bytes any more, so their key goes.</summary>
    internal void End(DateTimeOffset at)
    {
        EndedAt = at;
        if (Stored is { OnHold: false } file)
        {
            file.Erase(at);
        }
    }

    internal void Reminded(int days) => RemindedDays = days;
}

/// <summary>What one says of a paper to keep.</summary>
/// <param name="Code">Kind; one of <see cref="MerchantPaper.Kinds"/>.</param>
/// <param name="IssuedOn">Date on the paper.</param>
/// <param name="ValidTo">Last day on which it is valid; none when it has no end.</param>
public sealed record PaperForm(string Code, DateOnly? IssuedOn, DateOnly? ValidTo);

/// <summary>The paper is no longer valid.</summary>
/// <param name="ValidTo">Last day on which it was.</param>
public sealed record PaperExpired(DateOnly ValidTo) : Error
{
    /// <inheritdoc/>
    public override string Code => "Paper.Expired";
}

/// <summary>The merchant keeps as many papers as it may.</summary>
public sealed record TooManyPapers : Error
{
    /// <inheritdoc/>
    public override string Code => "Paper.TooMany";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [MerchantPaper.Most];
}

/// <summary>Papers of this kind differ from case to case, or the paper was not accepted.</summary>
public sealed record PaperNotToKeep : Error
{
    /// <inheritdoc/>
    public override string Code => "Paper.NotToKeep";
}

/// <summary>The desk uses a paper of the profile only where the merchant agreed.</summary>
public sealed record PaperNeedsConsent : Error
{
    /// <inheritdoc/>
    public override string Code => "Paper.NeedsConsent";
}

/// <summary>The paper is of another kind than what is asked for.</summary>
public sealed record PaperOfAnotherKind : Error
{
    /// <inheritdoc/>
    public override string Code => "Paper.OfAnotherKind";
}

internal sealed class MerchantPaperMapping : IEntityTypeConfiguration<MerchantPaper>, IEntityTypeConfiguration<PaperNotice>
{
    public void Configure(EntityTypeBuilder<MerchantPaper> builder)
    {
        builder.ToTable("MerchantPapers");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Code).HasMaxLength(40);
        builder.Property(p => p.FileName).HasMaxLength(200);
        builder.Property(p => p.ContentType).HasMaxLength(100);
        builder.Property(p => p.Sha256).HasMaxLength(64).IsFixedLength().IsUnicode(false);
        builder.Property(p => p.StorageKey).HasMaxLength(VaultFileMapping.NameLength).IsUnicode(false);
        builder.Property(p => p.ByName).HasMaxLength(128);
        builder.Ignore(p => p.Opened);
        builder.HasOne(p => p.Stored).WithOne().HasForeignKey<MerchantPaper>(p => p.StorageKey);
        builder.HasOne<Merchant>().WithMany().HasForeignKey(p => p.MerchantId);
        builder.HasIndex(p => new { p.MerchantId, p.EndedAt });
        builder.HasIndex(p => p.ValidTo);
        builder.HasIndex(p => p.StorageKey).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PaperNotice> builder)
    {
        builder.ToTable("PaperNotices");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.HasOne<MerchantPaper>().WithMany().HasForeignKey(n => n.PaperId);
        builder.HasIndex(n => new { n.PersonId, n.ReadAt, n.At });
    }
}

internal static class PaperSets
{
    extension(AppDb db)
    {
        public DbSet<MerchantPaper> MerchantPapers => db.Set<MerchantPaper>();

        public DbSet<PaperNotice> PaperNotices => db.Set<PaperNotice>();
    }
}
