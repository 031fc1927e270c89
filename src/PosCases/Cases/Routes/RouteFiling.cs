using PosCases.Cases.Evidence;
using PosCases.Institutions;
using PosCases.Platform.Security;

namespace PosCases.Cases.Routes;

/// <summary>What a body answered to a filing.</summary>
public enum RouteResult
{
    /// <summary>支持: it grants what was asked for.</summary>
    Granted,

    /// <summary>部分支持.</summary>
    Partly,

    /// <summary>不支持, or not taken up.</summary>
    Refused,

    /// <summary>逾期未答复: its time ran out without an answer.</summary>
    NoAnswer,
}

/// <summary>Where a filing stands.</summary>
public enum FilingState
{
    /// <summary>Filed and not answered.</summary>
    Open,

    /// <summary>Answered, or found to be unanswered.</summary>
    Answered,

    /// <summary>Taken back.</summary>
    Withdrawn,
}

/// <summary>From which day a term is counted; the day itself never counts.</summary>
public enum ClockBasis
{
    /// <summary>The body received it.</summary>
    Received,

    /// <summary>Only the day of sending is known.</summary>
    Sent,

    /// <summary>Only the day of filing is known.</summary>
    Filed,
}

/// <summary>One filing on a remedy route: with whom, when, under which number, until when an answer is due, and what came of it.</summary>
public sealed class RouteFiling
{
    private RouteFiling()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>Code of the route, e.g. <c>RT11</c>.</summary>
    public string Route { get; private init; } = "";

    /// <summary>Code of the step within the route.</summary>
    public string Step { get; private init; } = "";

    /// <summary>The body, when it is in the directory.</summary>
    public InstitutionId? InstitutionId { get; private init; }

    /// <summary>Name of the body at the time of filing.</summary>
    public string Body { get; private init; } = "";

    /// <summary>Filed on.</summary>
    public DateOnly FiledOn { get; private init; }

    /// <summary>Sent on, when it was sent.</summary>
    public DateOnly? SentOn { get; private init; }

    /// <summary>Received by the body on, as far as is known.</summary>
    public DateOnly? ReceivedOn { get; private set; }

    /// <summary>Number that the body gave it.</summary>
    public string? Number { get; private set; }

    /// <summary>Receipt in words.</summary>
    public string? Receipt { get; private set; }

    /// <summary>The paper that proves the filing.</summary>
    public EvidenceItemId? ReceiptItemId { get; private init; }

    /// <summary>Whether somebody confirmed that it opens beside another one that it may exclude.</summary>
    public bool SecondRouteConfirmed { get; private init; }

    /// <summary>Last day for the answer; none where no rule sets one.</summary>
    public DateOnly? AnswerDueOn { get; private set; }

    /// <summary>Filed by.</summary>
    public string ByName { get; private init; } = "";

    /// <summary>Recorded at; orders the filings of a case.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>Answered on.</summary>
    public DateOnly? AnsweredOn { get; private set; }

    /// <summary>The answer.</summary>
    public RouteResult? Result { get; private set; }

    /// <summary>The answer in the body's words.</summary>
    public string? AnswerText { get; private set; }

    /// <summary>Taken back at.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Why it was taken back.</summary>
    public string? WithdrawnReason { get; private set; }

    /// <summary>Where it stands.</summary>
    public FilingState State =>
        WithdrawnAt is not null ? FilingState.Withdrawn : Result is not null ? FilingState.Answered : FilingState.Open;

    /// <summary>From which day its term is counted.</summary>
    public ClockBasis ClockFrom => ReceivedOn is not null ? ClockBasis.Received : SentOn is not null ? ClockBasis.Sent : ClockBasis.Filed;

    /// <summary>The day from which its term is counted; it does not count itself.</summary>
    public DateOnly ClockStart => ReceivedOn ?? SentOn ?? FiledOn;

    internal static RouteFiling Of(CaseId caseId, FilingRecord record, Actor by, DateTimeOffset at) => new()
    {
        Id = Guid.NewGuid(),
        CaseId = caseId,
        Route = record.Route,
        Step = record.Step,
        InstitutionId = record.Institution,
        Body = record.Body,
        FiledOn = record.FiledOn,
        SentOn = record.SentOn,
        ReceivedOn = record.ReceivedOn,
        Number = record.Number,
        Receipt = record.Receipt,
        ReceiptItemId = record.ReceiptItem,
        SecondRouteConfirmed = record.SecondRouteConfirmed,
        AnswerDueOn = record.AnswerDueOn,
        ByName = by.Name,
        At = at,
    };

    internal void Arrived(DateOnly receivedOn, string? number, string? receipt, DateOnly? answerDueOn)
    {
        ReceivedOn = receivedOn;
        Number = number ?? Number;
        Receipt = receipt ?? Receipt;
        AnswerDueOn = answerDueOn;
    }

    internal void Answered(DateOnly on, RouteResult result, string? text) => (AnsweredOn, Result, AnswerText) = (on, result, text);

    internal void Withdraw(string reason, DateTimeOffset at) => (WithdrawnReason, WithdrawnAt) = (reason, at);
}

/// <summary>What is recorded of a filing.</summary>
public sealed record FilingRecord
{
    /// <summary>Code of the route.</summary>
    public required string Route { get; init; }

    /// <summary>Code of the step within the route.</summary>
    public required string Step { get; init; }

    /// <summary>The body, when it is in the directory.</summary>
    public InstitutionId? Institution { get; init; }

    /// <summary>Name of the body.</summary>
    public required string Body { get; init; }

    /// <summary>Filed on.</summary>
    public required DateOnly FiledOn { get; init; }

    /// <summary>Sent on.</summary>
    public DateOnly? SentOn { get; init; }

    /// <summary>Received on.</summary>
    public DateOnly? ReceivedOn { get; init; }

    /// <summary>Number that the body gave it.</summary>
    public string? Number { get; init; }

    /// <summary>Receipt in words.</summary>
    public string? Receipt { get; init; }

    /// <summary>The paper that proves the filing; of this case.</summary>
    public EvidenceItemId? ReceiptItem { get; init; }

    /// <summary>Whether opening beside another route was confirmed.</summary>
    public bool SecondRouteConfirmed { get; init; }

    /// <summary>Last day for the answer.</summary>
    public DateOnly? AnswerDueOn { get; init; }
}
