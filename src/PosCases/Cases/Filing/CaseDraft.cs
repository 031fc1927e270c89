using PosCases.Merchants;

namespace PosCases.Cases.Filing;

/// <summary>A case that is being written. Saved as it is typed; survives a lost connection, a closed tab and a restart.</summary>
public sealed class CaseDraft
{
    private CaseDraft()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>Who writes it.</summary>
    public Guid PersonId { get; private init; }

    /// <summary>For which merchant; the desk may choose it later.</summary>
    public MerchantId? MerchantId { get; private set; }

    /// <summary>The answers so far.</summary>
    public FilingForm Form { get; private set; } = new();

    /// <summary>Begun at.</summary>
    public DateTimeOffset StartedAt { get; private init; }

    /// <summary>Saved at.</summary>
    public DateTimeOffset SavedAt { get; private set; }

    internal static CaseDraft Of(Guid id, Guid person, MerchantId? merchant, DateTimeOffset at) =>
        new() { Id = id, PersonId = person, MerchantId = merchant, StartedAt = at, SavedAt = at };

    internal void Save(FilingForm form, MerchantId? merchant, DateTimeOffset at)
    {
        Form = form;
        MerchantId = merchant ?? MerchantId;
        SavedAt = at;
    }
}
