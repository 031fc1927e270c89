using PosCases.Cases.Filing;

namespace PosCases.Cases.Resolution;

/// <summary>A measure switched an ability off.</summary>
/// <param name="MeasureId">The measure.</param>
/// <param name="Ability">What no longer works.</param>
/// <param name="Since">Since when; none when unknown.</param>
/// <param name="LiftedOn">When the whole measure was lifted.</param>
public sealed record AbilityHold(Guid MeasureId, Ability Ability, DateOnly? Since, DateOnly? LiftedOn);

/// <summary>An entry of the ledger switched an ability off or on.</summary>
/// <param name="Ability">What.</param>
/// <param name="On">Whether it works again.</param>
/// <param name="From">From this day.</param>
/// <param name="Until">Last day, where it is temporary.</param>
/// <param name="MeasureId">Under which measure; none means under every one.</param>
public sealed record AbilitySwitch(Ability Ability, bool On, DateOnly From, DateOnly? Until, Guid? MeasureId);

/// <summary>How it stands with one ability.</summary>
/// <param name="Ability">What.</param>
/// <param name="Works">Whether it works today.</param>
/// <param name="Since">Since when; none when unknown.</param>
/// <param name="Until">Last day on which it works, where that is temporary.</param>
public sealed record AbilityLine(Ability Ability, bool Works, DateOnly? Since, DateOnly? Until)
{
    /// <summary>Whether it is back for good.</summary>
    public bool IsBack => Works && Until is null;
}

/// <summary>What works now and since when, for every ability that was ever switched off. Read from measures and ledger, never stored.</summary>
/// <param name="Lines">One line an ability.</param>
public sealed record AbilityState(IReadOnlyList<AbilityLine> Lines)
{
    /// <summary>What does not work, or works only for a time.</summary>
    public IReadOnlyList<AbilityLine> Open => [.. Lines.Where(l => !l.IsBack)];

    /// <summary>What works again, for good or for a time.</summary>
    public IReadOnlyList<AbilityLine> Working => [.. Lines.Where(l => l.Works)];

    /// <summary>Reads it for a day. "Don't know" is no ability.</summary>
    /// <param name="holds">What the measures switched off.</param>
    /// <param name="switches">What the ledger's entries switched, in the order in which they were entered.</param>
    /// <param name="today">The day, Shanghai's.</param>
    public static AbilityState Of(IEnumerable<AbilityHold> holds, IEnumerable<AbilitySwitch> switches, DateOnly today)
    {
        List<AbilityHold> held = [.. holds];
        List<AbilitySwitch> switched = [.. switches];
        var abilities = held.Select(h => h.Ability).Concat(switched.Select(s => s.Ability)).Where(a => a != Ability.Unknown).Distinct().Order();
        return new AbilityState([.. abilities.Select(a => LineOf(a, [.. held.Where(h => h.Ability == a)], [.. switched.Where(s => s.Ability == a)], today))]);
    }

    // It works when no measure keeps it from working. What was switched off without a measure being named counts as one of its own.
    private static AbilityLine LineOf(Ability ability, List<AbilityHold> holds, List<AbilitySwitch> switches, DateOnly today)
    {
        List<AbilityLine> states = [.. holds.Select(h => StateOf(ability, Under(h, switches), today))];
        if (switches.Exists(s => !s.On && s.MeasureId is null) || states.Count == 0)
        {
            states.Add(StateOf(ability, switches, today));
        }

        List<AbilityLine> off = [.. states.Where(s => !s.Works)];
        return off.Count > 0
            ? new AbilityLine(ability, false, off.Exists(s => s.Since is null) ? null : off.Min(s => s.Since), null)
            : new AbilityLine(ability, true, states.Max(s => s.Since), states.Min(s => s.Until));
    }

    private static List<AbilitySwitch> Under(AbilityHold hold, List<AbilitySwitch> switches)
    {
        List<AbilitySwitch> under =
        [
            new(hold.Ability, On: false, hold.Since ?? DateOnly.MinValue, null, hold.MeasureId),
            .. switches.Where(s => s.MeasureId == hold.MeasureId || (s.On && s.MeasureId is null)),
        ];
        if (hold.LiftedOn is { } lifted)
        {
            under.Add(new AbilitySwitch(hold.Ability, On: true, lifted, null, hold.MeasureId));
        }

        return under;
    }

    // The latest switch decides; a temporary one that has ended leaves what was before it.
    private static AbilityLine StateOf(Ability ability, List<AbilitySwitch> switches, DateOnly today)
    {
        List<AbilitySwitch> begun = [.. switches.Where(s => s.From <= today).OrderBy(s => s.From)];
        if (begun.FindLast(s => s.Until is null || s.Until >= today) is not { } decides)
        {
            return new AbilityLine(ability, true, null, null);
        }

        if (decides.On)
        {
            return new AbilityLine(ability, true, decides.From, decides.Until);
        }

        var ended = begun.Where(s => s.On && s.Until < today && s.From >= decides.From).Max(s => s.Until);
        return new AbilityLine(ability, false, ended?.AddDays(1) ?? (decides.From == DateOnly.MinValue ? null : decides.From), null);
    }
}

/// <summary>How the freeze stands: money and abilities together decide whether all, a part or nothing was released.</summary>
/// <param name="Balance">The money.</param>
/// <param name="Abilities">The abilities.</param>
public sealed record FreezeStanding(Balance Balance, AbilityState Abilities)
{
    /// <summary>What keeps an outcome from being true; none when ledger and outcome say the same.</summary>
    public CaseNotReady? LackFor(Outcome outcome) => outcome switch
    {
        Outcome.FullyUnfrozen or Outcome.ExpiredByLaw when Balance.Agrees(outcome) && Abilities.Open is { Count: > 0 } open =>
            new CaseNotReady(Lack.Abilities, open.Count),
        Outcome.PartlyUnfrozen => IsPart ? null : new CaseNotReady(Lack.Balance),
        Outcome.Refused when Abilities.Working.Count > 0 => new CaseNotReady(Lack.Balance),
        _ => Balance.Agrees(outcome) ? null : new CaseNotReady(Lack.Balance),
    };

    // Nothing entered and nothing switched off contradicts nothing: some measures are known by their effect alone.
    private bool IsPart => (Balance.Frozen == 0 && Abilities.Lines.Count == 0)
        || ((Balance.Released > 0 || Abilities.Working.Count > 0) && (Balance.Released < Balance.Frozen || Abilities.Open.Count > 0));
}
