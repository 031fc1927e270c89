using System.Text.Json;
using PosCases.Platform;

namespace PosCases.Cases.Transactions.Signals;

/// <summary>A value that a signal counts with.</summary>
/// <param name="Code">Stable code, unique among all signals.</param>
/// <param name="Default">Where it starts.</param>
/// <param name="Least">The least that may be set.</param>
/// <param name="Most">The most that may be set.</param>
/// <param name="Name">What it means, with its unit.</param>
/// <param name="Origin">Where the value comes from: a rule, a vendor's page, or the product.</param>
public sealed record SignalParameter(string Code, decimal Default, decimal Least, decimal Most, Bilingual Name, SignalOrigin Origin);

/// <summary>Where a number comes from.</summary>
public enum SignalOrigin
{
    /// <summary>规则原文: the rule itself names it.</summary>
    Rule,

    /// <summary>网络说法,非官方: pages of vendors name it, and contradict each other.</summary>
    Unofficial,

    /// <summary>本系统起始值: no source names a number.</summary>
    Own,
}

/// <summary>Something that rules or pages call conspicuous.</summary>
public sealed record Signal
{
    /// <summary>Stable code.</summary>
    public required string Code { get; init; }

    /// <summary>What it is called.</summary>
    public required Bilingual Title { get; init; }

    /// <summary>What was counted, neutrally.</summary>
    public required Bilingual What { get; init; }

    /// <summary>Where it is described.</summary>
    public required Bilingual Source { get; init; }

    /// <summary>How well the source was read: V, V-, S.</summary>
    public required string Label { get; init; }

    /// <summary>What usually explains it and can be shown with papers.</summary>
    public required Bilingual Show { get; init; }

    /// <summary>What it counts with.</summary>
    public required IReadOnlyList<SignalParameter> Parameters { get; init; }
}

/// <summary>The signals of the self-check; <c>Library/signals.json</c>.</summary>
public static class SignalLibrary
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    private static readonly File Shipped = Load();

    /// <summary>Edition of the library; every check keeps the one it was made with.</summary>
    public static string Edition => Shipped.Edition;

    /// <summary>The signals in the order in which they are shown.</summary>
    public static IReadOnlyList<Signal> All => Shipped.Signals;

    /// <summary>Where every value starts.</summary>
    public static IReadOnlyDictionary<string, decimal> Defaults { get; } =
        All.SelectMany(s => s.Parameters).ToDictionary(p => p.Code, p => p.Default, StringComparer.Ordinal);

    /// <summary>The signal of a code.</summary>
    public static Signal? Find(string code) => All.FirstOrDefault(s => s.Code == code);

    private static File Load()
    {
        using var stream = typeof(SignalLibrary).Assembly.GetManifestResourceStream("PosCases.Cases.Transactions.Library.signals.json")!;
        return JsonSerializer.Deserialize<File>(stream, Options)!;
    }

    private sealed record File(string Edition, IReadOnlyList<Signal> Signals);
}
