using PosCases.Calendar;

namespace PosCases.Cases.Measures;

/// <summary>A renewal of a measure: its document, its start and its term. A repeated stop of payments is one too.</summary>
public sealed class MeasureRenewal
{
    private MeasureRenewal()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The measure.</summary>
    public Guid MeasureId { get; private init; }

    /// <summary>Counts the renewals of the measure from 1.</summary>
    public int Number { get; private init; }

    /// <summary>Document number.</summary>
    public string? DocumentNumber { get; private init; }

    /// <summary>First day: the one after the earlier term ends, unless the document says otherwise.</summary>
    public DateOnly StartsOn { get; private init; }

    /// <summary>The moment, where hours are counted.</summary>
    public DateTimeOffset? StartsAt { get; private init; }

    /// <summary>Whether the document itself names the start.</summary>
    public bool IsStartStated { get; private init; }

    /// <summary>The term that the document states.</summary>
    public Term? Term { get; private init; }

    /// <summary>The last day, where the document names it.</summary>
    public DateOnly? EndsOn { get; private init; }

    /// <summary>How it became known, e.g. whom one asked.</summary>
    public string? Note { get; private init; }

    /// <summary>Recorded at.</summary>
    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>Name of the one who recorded it.</summary>
    public string ByName { get; private init; } = "";

    internal static MeasureRenewal Of(Guid measure, int number, RenewalRecord record, DateOnly startsOn, DateTimeOffset? startsAt, string by, DateTimeOffset at) => new()
    {
        Id = Guid.NewGuid(),
        MeasureId = measure,
        Number = number,
        DocumentNumber = record.DocumentNumber,
        StartsOn = startsOn,
        StartsAt = startsAt,
        IsStartStated = record.StartsOn is not null || record.StartsAt is not null,
        Term = record.Term,
        EndsOn = record.EndsOn,
        Note = record.Note,
        ByName = by,
        RecordedAt = at,
    };
}

/// <summary>What an agent records of a renewal.</summary>
public sealed record RenewalRecord
{
    /// <summary>Document number.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>The start, where the document names one.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>The moment of a repeated stop of payments.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>The term that the document states.</summary>
    public Term? Term { get; init; }

    /// <summary>The last day, where the document names it.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>How it became known.</summary>
    public string? Note { get; init; }
}
