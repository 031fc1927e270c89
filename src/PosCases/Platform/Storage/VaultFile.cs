using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PosCases.Platform.Storage;

/// <summary>What the virus scanner says of a file.</summary>
public enum FileScan
{
    /// <summary>No scanner is set up; the screens say so.</summary>
    NotScanned,

    /// <summary>A scanner is set up and has not answered yet. The file is handed to nobody until it has.</summary>
    Waiting,

    /// <summary>The scanner found nothing.</summary>
    Clean,

    /// <summary>The scanner found something. The file is handed to nobody.</summary>
    Infected,
}

/// <summary>
/// A file of the vault. Its row is written in the transaction of the row that needs it, after the bytes are on the disk: a row never
/// points to missing bytes, and bytes without a row are swept. Destroying the key here erases the file wherever copies of its bytes lie.
/// </summary>
public sealed class VaultFile
{
    private VaultFile()
    {
    }

    /// <summary>Name in the store, 32 hexadecimal digits.</summary>
    public string Name { get; private init; } = "";

    /// <summary>What the file belongs to, e.g. a case. Its key opens it for nothing else.</summary>
    public Guid Owner { get; private init; }

    /// <summary>Bytes of the original.</summary>
    public long Size { get; private init; }

    /// <summary>SHA-256 of the original, hexadecimal.</summary>
    public string Sha256 { get; private init; } = "";

    /// <summary>The key that wraps the file's own; none for a file from before files were encrypted, and for an erased one.</summary>
    public string? KeyName { get; private set; }

    /// <summary>The wrapped key, 60 bytes.</summary>
    public byte[]? WrappedKey { get; private set; }

    /// <summary>What the scanner says.</summary>
    public FileScan Scan { get; private set; }

    /// <summary>Name of what the scanner found.</summary>
    public string? ScanFinding { get; private set; }

    /// <summary>When the scanner answered.</summary>
    public DateTimeOffset? ScannedAt { get; private set; }

    /// <summary>Stored at.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>When all of its bytes were last compared with its hash.</summary>
    public DateTimeOffset CheckedAt { get; private set; }

    /// <summary>When it was found not to be what was stored; nothing of it is handed out since.</summary>
    public DateTimeOffset? DamagedAt { get; private set; }

    /// <summary>Whether a legal hold forbids erasing it.</summary>
    public bool OnHold { get; private set; }

    /// <summary>When its key was destroyed.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>What is needed to read it; none once it is erased.</summary>
    public Vault.Kept? Kept => ErasedAt is null
        ? new(Name, Size, Sha256, Owner, KeyName is { } key ? new WrappedKey(key, WrappedKey!) : null)
        : null;

    /// <summary>Whether it may be handed out: neither erased nor damaged nor held back by the scanner.</summary>
    public bool MayBeRead => ErasedAt is null && DamagedAt is null && Scan is (FileScan.NotScanned or FileScan.Clean);

    /// <summary>The row of a file whose bytes are safe.</summary>
    public static VaultFile Of(Vault.Kept file, Scanned scanned, DateTimeOffset at) => new()
    {
        Name = file.Name,
        Owner = file.Owner,
        Size = file.Size,
        Sha256 = file.Sha256,
        KeyName = file.Key?.KeyName,
        WrappedKey = file.Key?.Bytes,
        Scan = scanned.State,
        ScanFinding = scanned.Finding,
        ScannedAt = scanned.State is FileScan.Clean or FileScan.Infected ? at : null,
        At = at,
        CheckedAt = at,
    };

    /// <summary>Takes the scanner's word.</summary>
    public void TakeScan(Scanned scanned, DateTimeOffset at) =>
        (Scan, ScanFinding, ScannedAt) = (scanned.State, scanned.Finding, scanned.State is FileScan.Clean or FileScan.Infected ? at : ScannedAt);

    /// <summary>All of its bytes were compared with its hash.</summary>
    /// <returns>Whether that changed what is known of it.</returns>
    public bool TakeCheck(bool intact, DateTimeOffset at)
    {
        CheckedAt = at;
        var known = DamagedAt is null;
        DamagedAt = intact ? null : DamagedAt ?? at;
        return known != intact;
    }

    /// <summary>Puts it on hold or lets it go.</summary>
    public void Hold(bool on) => OnHold = on;

    /// <summary>Takes its key, wrapped anew.</summary>
    public void TakeKey(WrappedKey key) => (KeyName, WrappedKey) = (key.KeyName, key.Bytes);

    /// <summary>Destroys its key. There is no way back.</summary>
    /// <exception cref="InvalidOperationException">It is on hold; the caller must have refused.</exception>
    public void Erase(DateTimeOffset at)
    {
        if (OnHold)
        {
            throw new InvalidOperationException("A file on hold is not erased.");
        }

        (KeyName, WrappedKey, ErasedAt) = (null, null, ErasedAt ?? at);
    }
}

/// <summary>A scanner's answer.</summary>
/// <param name="State">What it says.</param>
/// <param name="Finding">Name of what it found.</param>
public sealed record Scanned(FileScan State, string? Finding)
{
    /// <summary>There is no scanner.</summary>
    public static readonly Scanned Not = new(FileScan.NotScanned, null);
}

internal sealed class VaultFileMapping : IEntityTypeConfiguration<VaultFile>
{
    public const int NameLength = 64;

    public void Configure(EntityTypeBuilder<VaultFile> builder)
    {
        builder.ToTable("VaultFiles", table => table.HasCheckConstraint(
            "CK_VaultFiles_HeldIsNotErased", $"{Column(nameof(VaultFile.ErasedAt))} IS NULL OR {Column(nameof(VaultFile.OnHold))} = 0"));
        builder.HasKey(f => f.Name);
        builder.Property(f => f.Name).HasMaxLength(NameLength).IsUnicode(false);
        builder.Property(f => f.Sha256).HasMaxLength(64).IsFixedLength().IsUnicode(false);
        builder.Property(f => f.KeyName).HasMaxLength(40);
        builder.Property(f => f.WrappedKey).HasMaxLength(60);
        builder.Property(f => f.ScanFinding).HasMaxLength(200);
        builder.Ignore(f => f.Kept);
        builder.Ignore(f => f.MayBeRead);
        builder.HasIndex(f => f.CheckedAt);
        builder.HasIndex(f => f.Owner);
        builder.HasIndex(f => f.KeyName);
        builder.HasIndex(f => new { f.Scan, f.At });
    }

    // Both engines take double quotes for a name.
    private static string Column(string name) => $"\"{name}\"";
}
