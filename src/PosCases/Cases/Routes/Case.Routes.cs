using System.Globalization;
using PosCases.Cases.Routes;
using PosCases.Platform;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases;

public sealed partial class Case
{
    private readonly List<RouteFiling> filings = [];

    /// <summary>What was filed on remedy routes.</summary>
    public IReadOnlyList<RouteFiling> Filings => filings;

    /// <summary>When the earliest answer of an open filing is due; kept here so that every verb that looks for the next follow-up knows it.</summary>
    public DateTimeOffset? RouteDueAt { get; private set; }

    /// <summary>Records a filing. Whether the route fits is the remedies' decision, made before. Needs filings, parties, talks and evidence.</summary>
    public Result<Guid> FileRoute(FilingRecord record, Actor by, DateTimeOffset at, CaseOptions clock)
    {
        if (RefuseUnlessWorkedBy(by, Open) is { } refused)
        {
            return refused;
        }

        if (record.ReceiptItem is { } paper && !evidence.Exists(i => i.Id == paper))
        {
            return new NotFound("Evidence");
        }

        var filing = RouteFiling.Of(Id, record, by, at);
        filings.Add(filing);
        TakeRouteDue(at, clock);
        Record(
            CaseEventKind.RouteFiled, by, at,
            EventDetails.Of(("route", record.Route), ("institution", record.Body), ("number", record.Number), ("until", Day(record.AnswerDueOn))));
        return filing.Id;
    }

    /// <summary>The day on which the body received a filing is known now; its clock runs from there. Needs filings, parties and talks.</summary>
    public Result RecordRouteReceipt(
        Guid filingId, DateOnly receivedOn, string? number, string? receipt, DateOnly? answerDueOn, Actor by, DateTimeOffset at, CaseOptions clock)
    {
        var found = OpenFiling(filingId, by);
        if (!found.Succeeded)
        {
            return found.Error;
        }

        found.Value.Arrived(receivedOn, number, receipt, answerDueOn);
        TakeRouteDue(at, clock);
        Record(
            CaseEventKind.RouteReceived, by, at,
            EventDetails.Of(("route", found.Value.Route), ("institution", found.Value.Body), ("on", Day(receivedOn)), ("until", Day(answerDueOn))));
        return Result.Ok;
    }

    /// <summary>Records the answer to a filing, or that there was none. Needs filings, parties and talks.</summary>
    public Result RecordRouteAnswer(Guid filingId, DateOnly on, RouteResult result, string? text, Actor by, DateTimeOffset at, CaseOptions clock)
    {
        var found = OpenFiling(filingId, by);
        if (!found.Succeeded)
        {
            return found.Error;
        }

        found.Value.Answered(on, result, text);
        TakeRouteDue(at, clock);
        Record(
            CaseEventKind.RouteAnswered, by, at,
            EventDetails.Of(("route", found.Value.Route), ("institution", found.Value.Body), ("answer", result), ("text", text)));
        return Result.Ok;
    }

    /// <summary>Takes a filing back. Needs filings, parties and talks.</summary>
    public Result WithdrawRoute(Guid filingId, string reason, Actor by, DateTimeOffset at, CaseOptions clock)
    {
        var found = OpenFiling(filingId, by);
        if (!found.Succeeded)
        {
            return found.Error;
        }

        found.Value.Withdraw(reason, at);
        TakeRouteDue(at, clock);
        Record(
            CaseEventKind.RouteWithdrawn, by, at,
            EventDetails.Of(("route", found.Value.Route), ("institution", found.Value.Body), ("reason", reason)));
        return Result.Ok;
    }

    private Result<RouteFiling> OpenFiling(Guid id, Actor by) =>
        RefuseUnlessWorkedBy(by, Open) is { } refused ? refused
        : filings.Find(f => f.Id == id && f.State == FilingState.Open) is { } open ? open
        : new NotFound("Filing");

    private void TakeRouteDue(DateTimeOffset at, CaseOptions clock)
    {
        var due = filings.Where(f => f.State == FilingState.Open).Min(f => f.AnswerDueOn);
        RouteDueAt = due is { } day ? ShanghaiTime.EndOf(day) : null;
        PauseForRoute(at, clock);
        TakeNextFollowUp();
    }

    // While a body has time to answer a filing, there is nothing that we could be late with.
    private void PauseForRoute(DateTimeOffset at, CaseOptions clock)
    {
        if (Status != CaseStatus.LegalRoute)
        {
            return;
        }

        if (RouteDueAt is not null && StageDueAt != Never)
        {
            (ClockLeft, StageDueAt) = (clock.Working.Between(at, StageDueAt), Never);
        }
        else if (RouteDueAt is null && ClockLeft is { } left)
        {
            (ClockLeft, StageDueAt) = (null, clock.Working.Add(at, left));
        }
    }

    private static string? Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);
}
