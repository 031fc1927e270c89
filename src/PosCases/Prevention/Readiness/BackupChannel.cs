using PosCases.Institutions;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;

namespace PosCases.Prevention.Readiness;

/// <summary>Identifies a back-up way to be paid.</summary>
public readonly record struct BackupChannelId(Guid Value) : ITypedId<BackupChannelId>
{
    /// <inheritdoc/>
    public static BackupChannelId Of(Guid value) => new(value);
}

/// <summary>A lawful way to be paid while the terminal cannot be used; always in the merchant's own name.</summary>
public enum BackupKind
{
    /// <summary>聚合收款码.</summary>
    QrCode,

    /// <summary>另一家机构的 POS.</summary>
    SecondTerminal,

    /// <summary>转账到对公账户.</summary>
    BankTransfer,

    /// <summary>现金.</summary>
    Cash,

    /// <summary>自有网店或小程序.</summary>
    OnlineShop,
}

/// <summary>One try of a channel.</summary>
/// <param name="On">The day; Shanghai's.</param>
/// <param name="Passed">Whether money arrived as it should.</param>
/// <param name="Note">What was seen.</param>
/// <param name="ByName">Name of who recorded it.</param>
public sealed record ChannelTest(DateOnly On, bool Passed, string? Note, string ByName);

/// <summary>What one says of a channel.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Institution">Who runs it, when it is in the directory.</param>
/// <param name="InstitutionName">Who runs it, in words; none for cash.</param>
/// <param name="Note">Where the code or the contract lies, the daily limit.</param>
public sealed record BackupForm(BackupKind Kind, InstitutionId? Institution, string? InstitutionName, string? Note);

/// <summary>A way to be paid that a merchant keeps ready, with its tries.</summary>
public sealed class BackupChannel : IVersioned
{
    /// <summary>Most channels in use of one merchant.</summary>
    public const int Most = 10;

    private const int MostTests = 20;

    private BackupChannel()
    {
    }

    /// <summary>Id.</summary>
    public BackupChannelId Id { get; private init; }

    /// <inheritdoc/>
    public Guid Version { get; set; }

    /// <summary>Whose.</summary>
    public MerchantId MerchantId { get; private init; }

    /// <summary>What it is.</summary>
    public BackupKind Kind { get; private init; }

    /// <summary>Who runs it, when it is in the directory.</summary>
    public InstitutionId? InstitutionId { get; private init; }

    /// <summary>Who runs it, in words.</summary>
    public string? InstitutionName { get; private init; }

    /// <summary>Where its code or contract lies, its limit.</summary>
    public string? Note { get; private init; }

    /// <summary>Its tries, the newest first; the last twenty.</summary>
    public IReadOnlyList<ChannelTest> Tests { get; private set; } = [];

    /// <summary>When it is to be tried next; none before the first try.</summary>
    public DateOnly? NextTestOn { get; private set; }

    /// <summary>Added at.</summary>
    public DateTimeOffset AddedAt { get; private init; }

    /// <summary>Given up at.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The last try; none before the first.</summary>
    public ChannelTest? LastTest => Tests.Count > 0 ? Tests[0] : null;

    /// <summary>Adds a channel.</summary>
    public static BackupChannel Add(MerchantId merchant, BackupForm form, DateTimeOffset at) => new()
    {
        Id = new BackupChannelId(Guid.NewGuid()),
        MerchantId = merchant,
        Kind = form.Kind,
        InstitutionId = form.Institution,
        InstitutionName = Text(form.InstitutionName),
        Note = Text(form.Note),
        AddedAt = at,
    };

    /// <summary>Records a try.</summary>
    /// <param name="test">The try.</param>
    /// <param name="nextOn">When to try again.</param>
    /// <returns>Why not: the channel was given up, or the next try is not after this one.</returns>
    public Result Record(ChannelTest test, DateOnly nextOn)
    {
        if (EndedAt is not null)
        {
            return new NotFound(nameof(BackupChannel));
        }

        if (nextOn <= test.On)
        {
            return new Invalid("NextTestOn", "NextTestAfter");
        }

        Tests = [.. Tests.Prepend(test with { Note = Text(test.Note) }).OrderByDescending(t => t.On).Take(MostTests)];
        NextTestOn = nextOn;
        return Result.Ok;
    }

    /// <summary>Gives it up.</summary>
    public void End(DateTimeOffset at) => EndedAt ??= at;

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
