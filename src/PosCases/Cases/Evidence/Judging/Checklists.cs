using System.Text.Json;
using System.Text.Json.Serialization;
using PosCases.Platform;

namespace PosCases.Cases.Evidence.Judging;

/// <summary>Which fact of the case a check is compared with.</summary>
public enum CheckFact
{
    /// <summary>The amount at stake.</summary>
    Amount,

    /// <summary>Since when the measure holds.</summary>
    Since,

    /// <summary>The merchant's name as on the licence.</summary>
    MerchantName,

    /// <summary>The unified social credit code.</summary>
    CreditCode,

    /// <summary>The last four digits of the account.</summary>
    Account,

    /// <summary>In whose name the account is.</summary>
    Holder,

    /// <summary>Number or serial number of the terminal.</summary>
    Terminal,

    /// <summary>Where the merchant trades.</summary>
    Address,

    /// <summary>Number of the document that orders the measure.</summary>
    DocumentNumber,

    /// <summary>Who imposed the measure.</summary>
    Institution,
}

/// <summary>One thing to look for on a paper.</summary>
/// <param name="Code">Stable code, kept with the judgement.</param>
/// <param name="Text">What must be so.</param>
/// <param name="Reason">Code of the reason to send it back when it is not so.</param>
/// <param name="Fact">The fact to compare it with; none when the paper alone tells.</param>
public sealed record PaperCheck(string Code, Bilingual Text, string Reason, CheckFact? Fact);

/// <summary>What to look for on each kind of paper; data of the product.</summary>
public static class Checklists
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
    private static readonly Shipped Library = Read();
    private static readonly Dictionary<string, PaperCheck> ByCode = Library.Checks.ToDictionary(c => c.Code, StringComparer.Ordinal);

    /// <summary>The checks of a kind of paper, in the order in which one looks; those of any other paper when the kind has none.</summary>
    /// <param name="code">Kind of the evidence catalogue.</param>
    public static IReadOnlyList<PaperCheck> Of(string code) =>
        [.. Library.Lists.GetValueOrDefault(code, Library.Lists[EvidenceCode.Other]).Select(check => ByCode[check])];

    /// <summary>A check by its code, whichever paper it belongs to; none when the product no longer has it.</summary>
    public static PaperCheck? Find(string code) => ByCode.GetValueOrDefault(code);

    private static Shipped Read()
    {
        using var file = typeof(Checklists).Assembly.GetManifestResourceStream("PosCases.Cases.Evidence.Judging.Library.checklists.json")
            ?? throw new InvalidOperationException("The checklists are not embedded.");
        return JsonSerializer.Deserialize<Shipped>(file, Format)!;
    }

    private sealed record Shipped(IReadOnlyList<PaperCheck> Checks, IReadOnlyDictionary<string, IReadOnlyList<string>> Lists);
}
