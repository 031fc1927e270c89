using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Security;

namespace PosCases.Cases.Transactions.Signals;

/// <summary>What a signal found.</summary>
/// <param name="Code">The signal.</param>
/// <param name="Count">How many transactions, or days, or gaps.</param>
/// <param name="Transactions">The transactions, at most <see cref="SignalCheck.MostKept"/>.</param>
/// <param name="Figures">What was counted, by name; days as whole numbers, shares in percent, amounts in yuan.</param>
public sealed record SignalHit(string Code, int Count, IReadOnlyList<Guid> Transactions, IReadOnlyDictionary<string, decimal> Figures);

/// <summary>
/// One self-check of a case's transactions, with the values it counted with, so that it can be told later how it came about. It is no
/// finding of an institution.
/// </summary>
public sealed class SignalCheck
{
    /// <summary>Most transactions kept of one signal.</summary>
    public const int MostKept = 500;

    private SignalCheck()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>Edition of the library.</summary>
    public string Edition { get; private init; } = "";

    /// <summary>The values by code.</summary>
    public IReadOnlyDictionary<string, decimal> Parameters { get; private init; } = new Dictionary<string, decimal>(StringComparer.Ordinal);

    /// <summary>What was found; a signal that found nothing is not among them.</summary>
    public IReadOnlyList<SignalHit> Hits { get; private init; } = [];

    /// <summary>How many transactions were looked at.</summary>
    public int Transactions { get; private init; }

    /// <summary>Name of who checked.</summary>
    public string ByName { get; private init; } = "";

    /// <summary>Checked at.</summary>
    public DateTimeOffset At { get; private init; }

    internal static SignalCheck Of(
        CaseId id, IReadOnlyDictionary<string, decimal> parameters, IReadOnlyList<SignalHit> hits, int transactions, Actor by, DateTimeOffset at) => new()
        {
            Id = Guid.NewGuid(),
            CaseId = id,
            Edition = SignalLibrary.Edition,
            Parameters = parameters,
            Hits = hits,
            Transactions = transactions,
            ByName = by.Name,
            At = at,
        };
}

internal static class LastCheck
{
    /// <summary>The last check of a case; none before the first.</summary>
    public static Task<SignalCheck?> OfAsync(AppDb db, CaseId id, CancellationToken ct) =>
        db.SignalChecks.AsNoTracking().Where(c => c.CaseId == id).OrderByDescending(c => c.At).FirstOrDefaultAsync(ct);

    /// <summary>The transactions that the last check found, by one signal or by any.</summary>
    public static async Task<IReadOnlyList<Guid>> FoundAsync(AppDb db, CaseId id, string? signal, CancellationToken ct) =>
        await OfAsync(db, id, ct) is { } check
            ? [.. check.Hits.Where(h => signal is null || h.Code == signal).SelectMany(h => h.Transactions).Distinct().Take(SignalCheck.MostKept)]
            : [];
}
