using PosCases.Platform.Data;
using PosCases.Platform.Messages;

namespace PosCases.Institutions;

/// <summary>A body that imposes, executes, lifts or supervises measures, with its official channels.</summary>
public sealed class Institution : IVersioned
{
    private readonly List<InstitutionChannel> channels = [];

    private Institution()
    {
    }

    /// <summary>Identity.</summary>
    public InstitutionId Id { get; private init; }

    /// <summary>Stable code of an institution that came with the product; none for those made by hand.</summary>
    public string? Code { get; private init; }

    /// <summary>Full official name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What it is; decides who may lift which measure.</summary>
    public InstitutionKind Kind { get; private set; }

    /// <summary>Number of its payment licence; no format of it is certain, so it is not checked.</summary>
    public string? LicenceNo { get; private set; }

    /// <summary>Whether its licence was seen when it was last looked for; none before that.</summary>
    public bool? LicenceSeen { get; private set; }

    /// <summary>When its licence was last looked for.</summary>
    public DateOnly? LicenceCheckedOn { get; private set; }

    /// <summary>Where one looked, e.g. its site or its premises.</summary>
    public string? LicenceCheckedAt { get; private set; }

    /// <summary>Where it works or has its seat, in words.</summary>
    public string? Region { get; private set; }

    /// <summary>What a reader should know, e.g. whom it serves.</summary>
    public string? Note { get; private set; }

    /// <summary>How long it usually takes to answer.</summary>
    public UsualAnswer? UsualAnswer { get; private set; }

    /// <summary>Invented, for trying the product; never shown as a real body.</summary>
    public bool IsDemo { get; private init; }

    /// <summary>When it entered the directory.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <inheritdoc cref="IVersioned.Version"/>
    public Guid Version { get; private set; }

    Guid IVersioned.Version
    {
        get => Version;
        set => Version = value;
    }

    /// <summary>Every official channel, ended ones too.</summary>
    public IReadOnlyList<InstitutionChannel> Channels => channels;

    /// <summary>Enters an institution into the directory.</summary>
    public static Institution Enter(InstitutionProfile profile, DateTimeOffset at) => Enter(profile, null, false, at);

    /// <summary>Enters an institution that comes with the product.</summary>
    internal static Institution Enter(InstitutionProfile profile, string? code, bool isDemo, DateTimeOffset at)
    {
        Institution entered = new() { Id = InstitutionId.New(), Code = code, IsDemo = isDemo, CreatedAt = at };
        entered.Revise(profile);
        return entered;
    }

    /// <summary>Replaces what the directory says of it.</summary>
    public void Revise(InstitutionProfile profile)
    {
        Name = profile.Name.Trim();
        Kind = profile.Kind;
        LicenceNo = OrNone(profile.LicenceNo);
        Region = OrNone(profile.Region);
        Note = OrNone(profile.Note);
        UsualAnswer = profile.UsualAnswer is { } usual ? usual with { Source = usual.Source.Trim() } : null;
        Touch();
    }

    /// <summary>Records that its licence was looked for.</summary>
    public Result CheckLicence(bool seen, string where, DateOnly on)
    {
        (LicenceSeen, LicenceCheckedAt, LicenceCheckedOn) = (seen, where.Trim(), on);
        Touch();
        return Result.Ok;
    }

    /// <summary>Adds an official channel.</summary>
    /// <returns>The channel's id, or <see cref="InstitutionChannelExists"/> when the same one is in use already.</returns>
    public Result<InstitutionChannelId> AddChannel(ChannelForm form, DateTimeOffset at)
    {
        InstitutionChannel added = new(InstitutionChannelId.New(), Id, form, at);
        if (channels.Exists(c => c.EndedAt is null && c.Kind == added.Kind && c.Value == added.Value))
        {
            return new InstitutionChannelExists();
        }

        channels.Add(added);
        Touch();
        return added.Id;
    }

    /// <summary>Records that a channel was checked against its source.</summary>
    public Result CheckChannel(InstitutionChannelId id, ChannelSource source) => OnChannel(id, channel => channel.Check(source));

    /// <summary>Marks a channel as no longer official; it stays on record for the cases that used it.</summary>
    public Result EndChannel(InstitutionChannelId id, DateTimeOffset at) => OnChannel(id, channel => channel.End(at));

    private Result OnChannel(InstitutionChannelId id, Action<InstitutionChannel> change)
    {
        if (channels.Find(c => c.Id == id && c.EndedAt is null) is not { } channel)
        {
            return new NotFound(nameof(InstitutionChannel));
        }

        change(channel);
        Touch();
        return Result.Ok;
    }

    // A change of a channel alone would leave the institution's row as it was, and its version with it.
    private void Touch() => Version = Guid.NewGuid();

    private static string? OrNone(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}

/// <summary>The same channel is in use already.</summary>
public sealed record InstitutionChannelExists : Error
{
    /// <inheritdoc/>
    public override string Code => "Institution.ChannelExists";
}
