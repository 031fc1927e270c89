using System.Text.Json;

namespace PosCases.Cases.Relief;

/// <summary>A text in both languages.</summary>
/// <param name="Zh">Chinese.</param>
/// <param name="En">English.</param>
public sealed record InterimText(string Zh, string En);

/// <summary>A way to be paid while an account is frozen.</summary>
public sealed record InterimOption
{
    /// <summary>Code, kebab-case.</summary>
    public required string Code { get; init; }

    /// <summary>Id of the alternative in the articles, T01 to T07.</summary>
    public required string Source { get; init; }

    /// <summary>Name.</summary>
    public required InterimText Title { get; init; }

    /// <summary>What it is.</summary>
    public required InterimText What { get; init; }

    /// <summary>How it is usually set up.</summary>
    public required InterimText SetUp { get; init; }

    /// <summary>Papers that it usually needs.</summary>
    public required IReadOnlyList<InterimText> Documents { get; init; }

    /// <summary>What keeps it within the rules.</summary>
    public required IReadOnlyList<InterimText> Notes { get; init; }
}

/// <summary>The ways to be paid while an account is frozen, and what holds for all of them.</summary>
public sealed record InterimCatalogue
{
    private static readonly Lazy<InterimCatalogue> Read = new(() =>
    {
        using var stream = typeof(InterimCatalogue).Assembly.GetManifestResourceStream("PosCases.Cases.Relief.interim.json")!;
        return JsonSerializer.Deserialize<InterimCatalogue>(stream, JsonSerializerOptions.Web)!;
    });

    /// <summary>What holds for every way.</summary>
    public required IReadOnlyList<InterimText> Warnings { get; init; }

    /// <summary>The ways.</summary>
    public required IReadOnlyList<InterimOption> Options { get; init; }

    /// <summary>The catalogue that the product ships.</summary>
    public static InterimCatalogue Shipped => Read.Value;

    /// <summary>The way of that code; none when there is none.</summary>
    public InterimOption? Find(string? code) => Options.FirstOrDefault(o => o.Code == code);
}
