using System.Text.Json;
using System.Text.Json.Serialization;
using PosCases.Cases.Filing;
using PosCases.Cases.Transactions.Signals;
using PosCases.Platform;

namespace PosCases.Prevention.Watch;

/// <summary>How soon somebody should look at an alert.</summary>
public enum AlertLevel
{
    /// <summary>提示.</summary>
    Notice,

    /// <summary>重点: something that institutions usually ask about.</summary>
    High,
}

/// <summary>What an alert of a signal says beside the signal itself.</summary>
/// <param name="Code">The signal.</param>
/// <param name="Level">How soon somebody should look.</param>
/// <param name="Before">What it is called among the things that happened before a freeze.</param>
/// <param name="Why">Why it may look odd to a bank. It says what is asked and what explains it, never how not to be seen.</param>
public sealed record AlertText(string Code, AlertLevel Level, PriorEvent Before, Bilingual Why);

/// <summary>What alerts say; <c>Library/watch.json</c>, one entry for every signal of the self-check.</summary>
public static class WatchLibrary
{
    /// <summary>Trades that so many signals name together are looked at soon, whatever each signal is by itself.</summary>
    public const int ManySignals = 3;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private static readonly Dictionary<string, AlertText> Shipped = Load();

    /// <summary>What an alert of the signal says.</summary>
    public static AlertText? Find(string code) => Shipped.GetValueOrDefault(code);

    /// <summary>How soon somebody should look at what a signal found.</summary>
    /// <param name="hit">What it found.</param>
    /// <param name="all">What all signals found in the same look.</param>
    public static AlertLevel LevelOf(SignalHit hit, IReadOnlyList<SignalHit> all)
    {
        if (Find(hit.Code)?.Level == AlertLevel.High)
        {
            return AlertLevel.High;
        }

        var others = all.Where(h => h.Code != hit.Code).Select(h => h.Transactions.ToHashSet()).ToList();
        return hit.Transactions.Any(id => others.Count(o => o.Contains(id)) >= ManySignals - 1) ? AlertLevel.High : AlertLevel.Notice;
    }

    private static Dictionary<string, AlertText> Load()
    {
        using var stream = typeof(WatchLibrary).Assembly.GetManifestResourceStream("PosCases.Prevention.Watch.Library.watch.json")!;
        return JsonSerializer.Deserialize<List<AlertText>>(stream, Options)!.ToDictionary(t => t.Code, StringComparer.Ordinal);
    }
}
