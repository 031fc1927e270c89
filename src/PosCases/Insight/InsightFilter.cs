using PosCases.Cases.Causes;
using PosCases.Platform.Security;

namespace PosCases.Insight;

/// <summary>Which days and which cases are looked at.</summary>
public sealed record InsightFilter
{
    /// <summary>Most characters of a text in it.</summary>
    public const int LongestText = CaseFact.KeyLength;

    /// <summary>Period.</summary>
    public PeriodKind Period { get; init; } = PeriodKind.LastWeek;

    /// <summary>First day of one's own choice.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of one's own choice.</summary>
    public DateOnly? To { get; init; }

    /// <summary>What it is compared with.</summary>
    public CompareWith Compare { get; init; }

    /// <summary>Institution.</summary>
    public Guid? Institution { get; init; }

    /// <summary>Region.</summary>
    public string? Region { get; init; }

    /// <summary>Terminal model.</summary>
    public string? Model { get; init; }

    /// <summary>Cause, or group of causes.</summary>
    public string? Cause { get; init; }

    /// <summary>Owner.</summary>
    public Guid? Owner { get; init; }

    /// <summary>Whether nothing is left out.</summary>
    internal bool IsWide => Institution is null && Owner is null && string.IsNullOrEmpty(Region) && string.IsNullOrEmpty(Model) && string.IsNullOrEmpty(Cause);
}

internal static class FactScope
{
    /// <summary>Supervisors count every case, agents those that they own, nobody else any. Restricted cases have no facts.</summary>
    public static IQueryable<CaseFact> VisibleTo(this IQueryable<CaseFact> facts, Actor actor) => actor.Role switch
    {
        Role.Supervisor => facts,
        Role.Agent => facts.Where(f => f.OwnerId == actor.Id),
        _ => facts.Where(f => false),
    };

    /// <summary>Narrowed by everything but the days.</summary>
    public static IQueryable<CaseFact> Matching(this IQueryable<CaseFact> facts, InsightFilter filter)
    {
        if (filter.Institution is { } institution)
        {
            var key = institution.ToString("D");
            facts = facts.Where(f => f.Institution == key);
        }

        if (filter.Owner is { } owner)
        {
            facts = facts.Where(f => f.OwnerId == owner);
        }

        if (filter.Region is { Length: > 0 } region)
        {
            facts = facts.Where(f => f.Region == region);
        }

        if (filter.Model is { Length: > 0 } model)
        {
            facts = facts.Where(f => f.Model == model);
        }

        if (filter.Cause is { Length: > 0 } cause)
        {
            var codes = CauseLibrary.Within(cause).ToList();
            facts = facts.Where(f => codes.Contains(f.Cause!));
        }

        return facts;
    }
}
