using PosCases.Institutions;

namespace PosCases.Cases.Communication;

/// <summary>Where an institution's own record of the matter stands.</summary>
public enum RecordState
{
    /// <summary>未提交.</summary>
    Pending,

    /// <summary>已提交.</summary>
    Submitted,

    /// <summary>审核中.</summary>
    UnderReview,

    /// <summary>已恢复.</summary>
    Recovered,

    /// <summary>部分恢复.</summary>
    PartlyRecovered,

    /// <summary>未通过.</summary>
    Rejected,

    /// <summary>已过期.</summary>
    Expired,
}

/// <summary>An institution on the case, with a thread, a clock and a record state of its own.</summary>
public sealed class Party
{
    private Party()
    {
    }

    internal Party(CaseId caseId, InstitutionId institution, DateTimeOffset at)
    {
        Id = Guid.NewGuid();
        CaseId = caseId;
        InstitutionId = institution;
        JoinedAt = at;
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>The institution.</summary>
    public InstitutionId InstitutionId { get; private init; }

    /// <summary>On the case since.</summary>
    public DateTimeOffset JoinedAt { get; private init; }

    /// <summary>Where its record stands.</summary>
    public RecordState State { get; private set; }

    /// <summary>Since when it owes an answer; none while it owes nothing. Its clock never pauses.</summary>
    public DateTimeOffset? ClockSince { get; private set; }

    /// <summary>When its answer is due, where a date was given.</summary>
    public DateTimeOffset? AnswerDueAt { get; private set; }

    internal void Submitted(DateTimeOffset at, DateTimeOffset? answerDueAt)
    {
        State = RecordState.Submitted;
        ClockSince = at;
        AnswerDueAt = answerDueAt;
    }

    internal void Answered(RecordState state)
    {
        State = state;
        if (state != RecordState.UnderReview)
        {
            ClockSince = null;
            AnswerDueAt = null;
        }
    }
}
