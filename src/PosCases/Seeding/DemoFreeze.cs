using PosCases.Cases.Verification;
using PosCases.Platform;

namespace PosCases.Seeding;

/// <summary>The documents behind the demo's measures, dated from the present day so that their terms always run.</summary>
internal static class DemoFreeze
{
    /// <summary>Adds the document of the story, where it has one.</summary>
    public static MeasureRecord Document(DemoScript.Story story, DateTimeOffset present, MeasureRecord record) => story.Freeze is not { } freeze ? EndOf(story, present, record) : record with
    {
        Basis = freeze.Basis,
        DocumentKind = freeze.Kind,
        OrderedBy = freeze.OrderedBy,
        Term = freeze.Term,
        Scope = freeze.Scope,
        StartsAt = freeze.HoursAgo is { } hours ? present.AddHours(-hours) : null,
        Since = freeze.MonthsAgo is { } months ? ShanghaiTime.DateOf(present).AddMonths(-months).AddDays(freeze.DaysLater)
            : freeze.HoursAgo is { } ago ? ShanghaiTime.DateOf(present.AddHours(-ago))
            : record.Since,
        ExpectedEnd = null,
    };

    private static MeasureRecord EndOf(DemoScript.Story story, DateTimeOffset present, MeasureRecord record) =>
        story.EndsInDays is { } days ? record with { ExpectedEnd = ShanghaiTime.DateOf(present).AddDays(days) } : record;
}
