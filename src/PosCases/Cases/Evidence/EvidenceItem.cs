using System.Text.Json.Serialization;
using PosCases.Cases.Evidence.CardSearch;
using PosCases.Cases.Evidence.Examination;
using PosCases.Platform.Data;
using PosCases.Platform.Storage;

namespace PosCases.Cases.Evidence;

/// <summary>Identifies a paper that was handed in.</summary>
public readonly record struct EvidenceItemId(Guid Value) : ITypedId<EvidenceItemId>
{
    /// <inheritdoc/>
    public static EvidenceItemId Of(Guid value) => new(value);

    /// <summary>A fresh id.</summary>
    public static EvidenceItemId New() => new(Guid.NewGuid());
}

/// <summary>Where the judging of a paper stands.</summary>
public enum EvidenceStatus
{
    /// <summary>待审.</summary>
    Submitted,

    /// <summary>通过.</summary>
    Accepted,

    /// <summary>退回, with a reason.</summary>
    Rejected,

    /// <summary>Taken back by the one who handed it in, before it was judged.</summary>
    TakenBack,

    /// <summary>Replaced by a newer version before it was judged.</summary>
    Replaced,

    /// <summary>A redacted copy that was made of another paper; nobody judges it.</summary>
    Derived,
}

/// <summary>A paper that was handed in. Its bytes are write-once; the name is only a label.</summary>
public sealed class EvidenceItem
{
    /// <summary>Stands for the name of an erased file.</summary>
    public const string NoName = "\u2014";

    private EvidenceItem()
    {
    }

    /// <summary>Id.</summary>
    public EvidenceItemId Id { get; private init; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>What it was handed in for; none when it was handed in unasked.</summary>
    public Guid? RequirementId { get; private init; }

    /// <summary>Kind of the evidence catalogue.</summary>
    public string Code { get; private init; } = "";

    /// <summary>Name of the file as the sender called it; a label, never a path. A dash once it was erased.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>Media type found in the content.</summary>
    public string ContentType { get; private init; } = "";

    /// <summary>Size in bytes.</summary>
    public long Size { get; private init; }

    /// <summary>SHA-256 of the original bytes, 64 hexadecimal digits.</summary>
    public string Sha256 { get; private init; } = "";

    /// <summary>Random key under which the bytes are kept.</summary>
    public string StorageKey { get; private init; } = "";

    /// <summary>What is to be known before somebody opens it.</summary>
    public FileWarnings Warnings { get; private init; }

    /// <summary>What is known of card numbers in its text.</summary>
    public CardCheck CardCheck { get; private set; }

    /// <summary>How many different full card numbers its text holds.</summary>
    public int CardNumbers { get; private set; }

    /// <summary>Whether its text holds a security code, a PIN or what stands on a magnetic stripe.</summary>
    public bool HasCardSecrets { get; private set; }

    /// <summary>The paper that this one was handed in instead of; both stay.</summary>
    public EvidenceItemId? ReplacesId { get; private init; }

    /// <summary>The paper of which it is a redacted copy; none for whatever was handed in.</summary>
    public EvidenceItemId? DerivedFrom { get; private init; }

    /// <summary>Handed in by.</summary>
    public Guid ById { get; private init; }

    /// <summary>Name of the sender at the time.</summary>
    public string ByName { get; private init; } = "";

    /// <summary>Whether the merchant handed it in.</summary>
    public bool FromMerchant { get; private init; }

    /// <summary>Handed in at.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>Where the judging stands.</summary>
    public EvidenceStatus Status { get; private set; }

    /// <summary>Why it was sent back.</summary>
    public string? Reason { get; private set; }

    /// <summary>The same in English, where it was said in both languages.</summary>
    public string? ReasonEn { get; private set; }

    /// <summary>Judged by.</summary>
    public Guid? JudgedById { get; private set; }

    /// <summary>Judged at.</summary>
    public DateTimeOffset? JudgedAt { get; private set; }

    internal static EvidenceItem Of(
        CaseId caseId, Guid? requirement, string code, StoredFile file, EvidenceItemId? replaces, Platform.Security.Actor by, DateTimeOffset at) => new()
        {
            Id = EvidenceItemId.New(),
            CaseId = caseId,
            RequirementId = requirement,
            Code = code,
            FileName = file.Name,
            ContentType = file.ContentType,
            Size = file.Size,
            Sha256 = file.Sha256,
            StorageKey = file.Key,
            Warnings = file.Warnings,
            ReplacesId = replaces,
            ById = by.Id,
            ByName = by.Name,
            FromMerchant = by.IsOnMerchantsSide,
            At = at,
        };

    internal static EvidenceItem CopyOf(EvidenceItem original, StoredFile file, Platform.Security.Actor by, DateTimeOffset at) => new()
    {
        Id = EvidenceItemId.New(),
        CaseId = original.CaseId,
        Code = original.Code,
        DerivedFrom = original.Id,
        Status = EvidenceStatus.Derived,
        FileName = file.Name,
        ContentType = file.ContentType,
        Size = file.Size,
        Sha256 = file.Sha256,
        StorageKey = file.Key,
        Warnings = file.Warnings,
        ById = by.Id,
        ByName = by.Name,
        At = at,
    };

    /// <summary>Forgets what the sender called it; names of files name people.</summary>
    internal void ForgetName() => FileName = NoName;

    /// <summary>Takes what the search for card numbers found.</summary>
    /// <returns>Whether that is news.</returns>
    internal bool TakeCardCheck(CardFinding found)
    {
        var isNews = found != new CardFinding(CardCheck, CardNumbers, HasCardSecrets);
        (CardCheck, CardNumbers, HasCardSecrets) = (found.State, found.Cards, found.Secrets);
        return isNews;
    }

    internal void Judge(EvidenceStatus verdict, string? reason, Guid by, DateTimeOffset at, string? reasonEn = null)
    {
        Status = verdict;
        (Reason, ReasonEn) = (reason, reasonEn == reason ? null : reasonEn);
        JudgedById = by;
        JudgedAt = at;
    }

    /// <summary>Waits for judging again.</summary>
    internal void Unjudge() => (Status, Reason, ReasonEn, JudgedById, JudgedAt) = (EvidenceStatus.Submitted, null, null, null, null);
}

/// <summary>A file whose bytes are safely stored.</summary>
/// <param name="Key">Random storage key.</param>
/// <param name="Name">Label.</param>
/// <param name="ContentType">Media type found in the content.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Hash of the original bytes, hexadecimal.</param>
public sealed record StoredFile(string Key, string Name, string ContentType, long Size, string Sha256)
{
    /// <summary>
    /// The file's wrapped key. It is stored in one place only, or destroying it there would not erase the file: so no receipt and no log of a
    /// message carries it.
    /// </summary>
    [JsonIgnore]
    public WrappedKey? Wrapped { get; init; }

    /// <summary>What the scanner says.</summary>
    public Scanned Scan { get; init; } = Scanned.Not;

    /// <summary>What is to be known before somebody opens it.</summary>
    public FileWarnings Warnings { get; init; }

    /// <summary>What the vault needs to read it.</summary>
    /// <param name="owner">What it belongs to.</param>
    public Vault.Kept KeptFor(Guid owner) => new(Key, Size, Sha256, owner, Wrapped);
}
