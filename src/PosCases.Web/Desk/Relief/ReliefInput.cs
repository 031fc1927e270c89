using System.Globalization;
using PosCases.Cases.Filing;
using PosCases.Cases.Relief;

namespace PosCases.Web.Desk.Relief;

/// <summary>The terms of a release as they are typed.</summary>
public sealed class ReliefInput
{
    /// <summary>Yuan.</summary>
    public decimal? Amount { get; set; }

    /// <summary>Names of abilities.</summary>
    public IReadOnlyList<string>? Abilities { get; set; }

    /// <summary>First day.</summary>
    public DateOnly? From { get; set; }

    /// <summary>Last day.</summary>
    public DateOnly? To { get; set; }

    /// <summary>Names of conditions.</summary>
    public IReadOnlyList<string>? Conditions { get; set; }

    /// <summary>Yuan.</summary>
    public decimal? Reserve { get; set; }

    /// <summary>N of T+N.</summary>
    public string? SettlementDays { get; set; }

    /// <summary>Yuan a day.</summary>
    public decimal? DailyLimit { get; set; }

    /// <summary>In words.</summary>
    public string? Words { get; set; }

    /// <summary>Ids of the measures that it is about.</summary>
    public IReadOnlyList<string>? Concerns { get; set; }

    /// <summary>Starts from terms that were said before.</summary>
    public static ReliefInput Of(ReliefTerms terms) => new()
    {
        Amount = terms.Amount,
        Abilities = [.. terms.Abilities.Select(a => $"{a}")],
        From = terms.From,
        To = terms.To,
        Conditions = [.. terms.Conditions.Select(c => $"{c}")],
        Reserve = terms.Reserve,
        SettlementDays = terms.SettlementDays?.ToString(CultureInfo.InvariantCulture),
        DailyLimit = terms.DailyLimit,
        Words = terms.Words,
        Concerns = [.. terms.Concerns.Select(id => $"{id}")],
    };

    /// <summary>Whether a condition is ticked.</summary>
    public bool Has(ReliefCondition condition) => Conditions?.Contains($"{condition}") is true;

    /// <summary>The terms; what belongs to a condition that is not ticked is left out.</summary>
    public ReliefTerms ToTerms() => new()
    {
        Amount = Amount,
        Abilities = [.. (Abilities ?? []).Select(Enum.Parse<Ability>)],
        From = From,
        To = To,
        Conditions = [.. (Conditions ?? []).Select(Enum.Parse<ReliefCondition>)],
        Reserve = Has(ReliefCondition.Reserve) ? Reserve : null,
        SettlementDays = Has(ReliefCondition.LaterSettlement) ? int.TryParse(SettlementDays, CultureInfo.InvariantCulture, out var days) ? days : 0 : null,
        DailyLimit = Has(ReliefCondition.DailyLimit) ? DailyLimit : null,
        Words = string.IsNullOrWhiteSpace(Words) ? null : Words.Trim(),
        Concerns = [.. (Concerns ?? []).Select(Guid.Parse)],
    };
}
