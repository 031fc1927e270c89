using PosCases.Calendar;

namespace PosCases.Cases.Deadlines;

/// <summary>Settings of the section <c>Cases:Warnings</c>: when one is warned of a clock that ends.</summary>
public sealed class WarningOptions
{
    /// <summary>Our own stages: in the last part of the stage, as a share of its length.</summary>
    public double StageShare { get; set; } = 0.25;

    /// <summary>An institution's answer: hours before its end.</summary>
    public int AnswerHours { get; set; } = 24;

    /// <summary>A promise or a follow-up of ours: hours before its end.</summary>
    public int PromiseHours { get; set; } = 12;

    /// <summary>A deadline of the law, a rule or a document: hours before its end.</summary>
    public int LegalHours { get; set; } = 72;

    /// <summary>From when a stage is said to end soon.</summary>
    public DateTimeOffset WarnStage(TimeSpan length, DateTimeOffset dueAt, WorkingTime working) => working.Add(dueAt, -length * StageShare);

    /// <summary>From when an outside clock is said to end soon; never before half of its time is over.</summary>
    public DateTimeOffset WarnOutside(ClockKind kind, DateTimeOffset since, DateTimeOffset dueAt)
    {
        var lead = dueAt.AddHours(-(kind switch
        {
            ClockKind.Legal or ClockKind.Filing => LegalHours,
            ClockKind.Answer => AnswerHours,
            _ => PromiseHours,
        }));
        var half = since + ((dueAt - since) / 2);
        return lead > half ? lead : half;
    }
}
