using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Institutions;
using PosCases.Platform.Data;
using PosCases.Platform.Security;
using PosCases.Platform.Storage;

namespace PosCases.Cases.Packs;

/// <summary>What is made of a case.</summary>
public enum PackKind
{
    /// <summary>材料包: what goes to an institution.</summary>
    Submission,

    /// <summary>案件卷宗: the whole case, for the supervisor or the lawyer.</summary>
    Dossier,
}

/// <summary>Whether private parts of papers are covered.</summary>
public enum PackVariant
{
    /// <summary>原件: papers as they are.</summary>
    Full,

    /// <summary>遮盖版: redacted copies where there are some; papers on persons, and those that show full card numbers, stay out without one.</summary>
    Redacted,
}

/// <summary>How far a pack is.</summary>
public enum PackState
{
    /// <summary>制作中.</summary>
    Waiting,

    /// <summary>已完成.</summary>
    Ready,

    /// <summary>未完成, with the reason.</summary>
    Failed,
}

/// <summary>How a paper is in a pack.</summary>
public enum PackPart
{
    /// <summary>In the PDF, and as its original beside it.</summary>
    Printed,

    /// <summary>Only as its original beside the PDF: it cannot be printed.</summary>
    Attached,

    /// <summary>Not at all: the variant leaves it out.</summary>
    Withheld,
}

/// <summary>A paper in a pack.</summary>
/// <param name="Number">Number in the index, from 1.</param>
/// <param name="ItemId">The paper.</param>
/// <param name="Code">Kind of the evidence catalogue.</param>
/// <param name="FileName">Label.</param>
/// <param name="Path">Its path in the zip; none when it is withheld.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Hash of the original, hexadecimal.</param>
/// <param name="How">How it is in the pack.</param>
/// <param name="FirstPage">Page of the PDF on which it begins, from 1.</param>
/// <param name="Pages">How many pages it has there.</param>
public sealed record PackEntry(
    int Number, Guid ItemId, string Code, string FileName, string? Path, long Size, string Sha256, PackPart How, int? FirstPage = null, int Pages = 0);

/// <summary>Papers of a case put together to be handed on: one PDF with cover, index and page numbers, and a zip with the originals and a manifest.</summary>
public sealed class CasePack : IChangeSignal
{
    private CasePack()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>Counts the case's packs from 1.</summary>
    public int Number { get; private init; }

    /// <summary>What it is.</summary>
    public PackKind Kind { get; private init; }

    /// <summary>Whether private parts are covered.</summary>
    public PackVariant Variant { get; private init; }

    /// <summary>Language of cover and index: <c>zh-CN</c> or <c>en</c>.</summary>
    public string Language { get; private init; } = "";

    /// <summary>To whom it goes; none for a dossier.</summary>
    public InstitutionId? To { get; private init; }

    /// <summary>The covering words.</summary>
    public string? CoverNote { get; private init; }

    /// <summary>The letter that covers it instead of such words.</summary>
    public PackLetter? Letter { get; private set; }

    /// <summary>The papers that were chosen, in order.</summary>
    public IReadOnlyList<Guid> Items { get; private init; } = [];

    /// <summary>Whether papers that show full card numbers may be in it as they are.</summary>
    public bool ShowsCards { get; private init; }

    /// <summary>Asked for at.</summary>
    public DateTimeOffset AskedAt { get; private init; }

    /// <summary>Asked for by.</summary>
    public Guid ById { get; private init; }

    /// <summary>Name of the person at the time.</summary>
    public string ByName { get; private init; } = "";

    /// <summary>Role of the person at the time.</summary>
    public Role ByRole { get; private init; }

    /// <summary>Network address from which it was asked for.</summary>
    public string? From { get; private init; }

    /// <summary>How far it is.</summary>
    public PackState State { get; private set; }

    /// <summary>Since when.</summary>
    public DateTimeOffset StateAt { get; private set; }

    /// <summary>Why it failed: a code.</summary>
    public string? Failure { get; private set; }

    /// <summary>What is in it.</summary>
    public IReadOnlyList<PackEntry> Entries { get; private set; } = [];

    /// <summary>Pages of the PDF.</summary>
    public int Pages { get; private set; }

    /// <summary>The PDF in the vault; none where none could be made.</summary>
    public string? PdfFile { get; private set; }

    /// <summary>The zip in the vault.</summary>
    public string? ZipFile { get; private set; }

    /// <summary>Bytes of the PDF.</summary>
    public long PdfSize { get; private set; }

    /// <summary>Bytes of the zip.</summary>
    public long ZipSize { get; private set; }

    /// <summary>Hash of the zip, hexadecimal.</summary>
    public string? ZipSha256 { get; private set; }

    /// <inheritdoc/>
    Guid IChangeSignal.Topic => CaseId.Value;

    internal static CasePack Of(MakePack.Command asked, PackLetter? letter, int number, Actor by, DateTimeOffset at) => new()
    {
        Id = Guid.NewGuid(),
        CaseId = asked.Id,
        Number = number,
        Kind = asked.Kind,
        Variant = asked.Variant,
        Language = asked.Language,
        To = asked.Addressee,
        CoverNote = letter is null ? asked.CoverNote : null,
        Letter = letter,
        Items = [.. asked.Items.Select(i => i.Value)],
        ShowsCards = asked.ShowsCards,
        AskedAt = at,
        ById = by.Id,
        ByName = by.Name,
        ByRole = by.Role,
        From = by.From,
        StateAt = at,
    };

    internal void Finish(FinishPack.Command made, DateTimeOffset at)
    {
        (State, StateAt, Entries, Pages) = (PackState.Ready, at, made.Entries, made.Pages);
        Letter = Letter is { } letter ? letter with { Sha256 = made.Letter?.Sha256 } : null;
        (PdfFile, PdfSize) = (made.Pdf?.Key, made.Pdf?.Size ?? 0);
        (ZipFile, ZipSize, ZipSha256) = (made.Zip.Key, made.Zip.Size, made.Zip.Sha256);
    }

    /// <summary>Forgets what erased papers were called.</summary>
    /// <param name="items">The erased papers.</param>
    internal void ForgetNames(IReadOnlySet<Guid> items) =>
        Entries = [.. Entries.Select(e => items.Contains(e.ItemId) ? e with { FileName = Evidence.EvidenceItem.NoName, Path = null } : e)];

    internal void Fail(string code, DateTimeOffset at) => (State, StateAt, Failure) = (PackState.Failed, at, code);
}

internal sealed class CasePackMapping : IEntityTypeConfiguration<CasePack>
{
    public void Configure(EntityTypeBuilder<CasePack> builder)
    {
        builder.ToTable("CasePacks");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Language).HasMaxLength(5);
        builder.Property(p => p.CoverNote).HasMaxLength(4000);
        builder.Property(p => p.ByName).HasMaxLength(128);
        builder.Property(p => p.From).HasMaxLength(64);
        builder.Property(p => p.Failure).HasMaxLength(80);
        builder.Property(p => p.ZipSha256).HasMaxLength(64).IsFixedLength().IsUnicode(false);
        builder.Property(p => p.PdfFile).HasMaxLength(VaultFileMapping.NameLength).IsUnicode(false);
        builder.Property(p => p.ZipFile).HasMaxLength(VaultFileMapping.NameLength).IsUnicode(false);
        builder.Property(p => p.Letter).StoredAsJson();
        builder.Property(p => p.Items).StoredAsJson();
        builder.Property(p => p.Entries).StoredAsJson();
        builder.HasOne<Case>().WithMany().HasForeignKey(p => p.CaseId);
        builder.HasOne<Institution>().WithMany().HasForeignKey(p => p.To);
        builder.HasIndex(p => new { p.CaseId, p.Number }).IsUnique();
        builder.HasIndex(p => new { p.State, p.AskedAt });
    }
}
