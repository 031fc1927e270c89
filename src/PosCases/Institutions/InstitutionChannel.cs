using PosCases.Platform.Data;

namespace PosCases.Institutions;

/// <summary>Identifies an official channel.</summary>
public readonly record struct InstitutionChannelId(Guid Value) : ITypedId<InstitutionChannelId>
{
    /// <inheritdoc/>
    public static InstitutionChannelId Of(Guid value) => new(value);

    /// <summary>A fresh id.</summary>
    public static InstitutionChannelId New() => new(Guid.NewGuid());
}

/// <summary>By what means an institution is reached officially.</summary>
public enum ChannelKind
{
    /// <summary>Telephone line.</summary>
    Hotline,

    /// <summary>The institution's own app, by its name in the stores.</summary>
    App,

    /// <summary>Web site.</summary>
    Site,

    /// <summary>A counter one can walk to.</summary>
    Counter,

    /// <summary>Mail box.</summary>
    Mail,

    /// <summary>Postal address.</summary>
    Address,
}

/// <summary>An official way to reach an institution: where it is known from, and when that was last checked.</summary>
public sealed class InstitutionChannel
{
    private InstitutionChannel()
    {
    }

    internal InstitutionChannel(InstitutionChannelId id, InstitutionId institution, ChannelForm form, DateTimeOffset at)
    {
        Id = id;
        InstitutionId = institution;
        Kind = form.Kind;
        Value = form.Value.Trim();
        CreatedAt = at;
        Check(form.Source);
    }

    /// <summary>Identity.</summary>
    public InstitutionChannelId Id { get; private init; }

    /// <summary>Whose it is.</summary>
    public InstitutionId InstitutionId { get; private init; }

    /// <summary>By what means.</summary>
    public ChannelKind Kind { get; private init; }

    /// <summary>The number, address or name.</summary>
    public string Value { get; private init; } = "";

    /// <summary>Where it is known from, in words.</summary>
    public string SourceText { get; private set; } = "";

    /// <summary>Where it is known from, to look at.</summary>
    public string? SourceUrl { get; private set; }

    /// <summary>How sure the source is.</summary>
    public SourceConfidence Confidence { get; private set; }

    /// <summary>The day, in China, on which it was last compared with its source.</summary>
    public DateOnly LastCheckedOn { get; private set; }

    /// <summary>When it entered the directory.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>Since when it is no longer official.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    internal void Check(ChannelSource source)
    {
        SourceText = source.Text.Trim();
        SourceUrl = string.IsNullOrWhiteSpace(source.Url) ? null : source.Url.Trim();
        Confidence = source.Confidence;
        LastCheckedOn = source.CheckedOn;
    }

    internal void End(DateTimeOffset at) => EndedAt = at;
}
