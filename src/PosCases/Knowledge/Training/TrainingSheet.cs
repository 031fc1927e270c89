using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Cases.Evidence;
using PosCases.Cases.Evidence.Examination;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Platform.Storage;

namespace PosCases.Knowledge.Training;

/// <summary>Identifies a paper of a training record.</summary>
public readonly record struct TrainingSheetId(Guid Value) : ITypedId<TrainingSheetId>
{
    /// <inheritdoc/>
    public static TrainingSheetId Of(Guid value) => new(value);
}

/// <summary>A paper that shows a training: a signed list, a photo, a certificate. It lies in the vault like any paper; the record itself stays as it is.</summary>
public sealed class TrainingSheet
{
    /// <summary>Most papers of one record.</summary>
    public const int Most = 3;

    private TrainingSheet()
    {
    }

    /// <summary>Id.</summary>
    public TrainingSheetId Id { get; private init; }

    /// <summary>The record.</summary>
    public Guid RecordId { get; private init; }

    /// <summary>Label of the file.</summary>
    public string FileName { get; private init; } = "";

    /// <summary>Media type found in the content.</summary>
    public string ContentType { get; private init; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; private init; }

    /// <summary>SHA-256 of the bytes, 64 hexadecimal digits.</summary>
    public string Sha256 { get; private init; } = "";

    /// <summary>Name of the file in the vault.</summary>
    public string StorageKey { get; private init; } = "";

    /// <summary>The file in the vault, where it was read with the paper.</summary>
    public VaultFile? Stored { get; private init; }

    /// <summary>Name of who added it.</summary>
    public string ByName { get; private init; } = "";

    /// <summary>Added at.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>Taken away at.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The paper as it is opened; <see cref="Stored"/> must have been read.</summary>
    internal OpenedEvidence Opened => new(FileName, ContentType, Stored!.Scan, FileWarnings.None) { File = Stored.Kept };

    internal static TrainingSheet Of(TrainingRecord record, StoredFile file, Actor by, DateTimeOffset at) => new()
    {
        Id = new TrainingSheetId(Guid.NewGuid()),
        RecordId = record.Id,
        FileName = file.Name,
        ContentType = file.ContentType,
        Size = file.Size,
        Sha256 = file.Sha256,
        StorageKey = file.Key,
        Stored = VaultFile.Of(file.KeptFor(record.Holder), file.Scan, at),
        ByName = by.Name,
        At = at,
    };

    /// <summary>Takes it away; nobody needs its bytes any more, so their key goes.</summary>
    internal void End(DateTimeOffset at)
    {
        EndedAt = at;
        if (Stored is { OnHold: false } file)
        {
            file.Erase(at);
        }
    }
}

/// <summary>The record has as many papers as it may.</summary>
public sealed record TooManySheets : Error
{
    /// <inheritdoc/>
    public override string Code => "Training.TooManySheets";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [TrainingSheet.Most];
}

internal sealed class TrainingSheetMapping : IEntityTypeConfiguration<TrainingSheet>
{
    public void Configure(EntityTypeBuilder<TrainingSheet> builder)
    {
        builder.ToTable("TrainingSheets");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.FileName).HasMaxLength(200);
        builder.Property(s => s.ContentType).HasMaxLength(100);
        builder.Property(s => s.Sha256).HasMaxLength(64).IsFixedLength().IsUnicode(false);
        builder.Property(s => s.StorageKey).HasMaxLength(VaultFileMapping.NameLength).IsUnicode(false);
        builder.Property(s => s.ByName).HasMaxLength(128);
        builder.Ignore(s => s.Opened);
        builder.HasOne(s => s.Stored).WithOne().HasForeignKey<TrainingSheet>(s => s.StorageKey);
        builder.HasOne<TrainingRecord>().WithMany().HasForeignKey(s => s.RecordId);
        builder.HasIndex(s => s.RecordId);
        builder.HasIndex(s => s.StorageKey).IsUnique();
    }
}

internal static class TrainingAccess
{
    extension(AppDb db)
    {
        public DbSet<TrainingSheet> TrainingSheets => db.Set<TrainingSheet>();

        /// <summary>The records that the actor may see: the desk every merchant's, a merchant's people their own, our staff what is about themselves.</summary>
        public IQueryable<TrainingRecord> TrainingsFor(Actor actor)
        {
            var (me, merchants) = ((Guid?)actor.Id, db.Set<Merchant>().VisibleTo(actor));
            return db.TrainingRecords.Where(t => t.MerchantId == null ? t.PersonId == me : merchants.Any(m => m.Id == t.MerchantId));
        }

        /// <summary>The records that the actor may add to: the own merchant's, or those about himself.</summary>
        public IQueryable<TrainingRecord> OwnTrainings(Actor actor)
        {
            var (me, own) = ((Guid?)actor.Id, ListTraining.MerchantOf(actor));
            return own is null ? db.TrainingRecords.Where(t => t.MerchantId == null && t.PersonId == me) : db.TrainingRecords.Where(t => t.MerchantId == own);
        }
    }
}
