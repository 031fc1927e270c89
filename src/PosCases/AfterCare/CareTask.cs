using PosCases.Cases;
using PosCases.Cases.Papers;
using PosCases.Merchants;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.AfterCare;

/// <summary>What a merchant does so that it does not happen again: a measure of the library, with a day and somebody who does it.</summary>
public sealed class CareTask : IVersioned
{
    private CareTask()
    {
    }

    /// <summary>Order of all tasks; set by the database.</summary>
    public long Seq { get; private init; }

    /// <summary>Id.</summary>
    public CareTaskId Id { get; private init; }

    /// <inheritdoc/>
    public Guid Version { get; set; }

    /// <summary>The case from which it comes.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>Who does it.</summary>
    public MerchantId MerchantId { get; private init; }

    /// <summary>Who owned the case; none for the queue.</summary>
    public Guid? OwnerId { get; private init; }

    /// <summary>Code of the measure.</summary>
    public string Code { get; private init; } = "";

    /// <summary>Where it comes from.</summary>
    public CareSource Source { get; private init; }

    /// <summary>Code of the question that found it; of findings only.</summary>
    public string? Question { get; private init; }

    /// <summary>The self-inspection that found it; of findings only.</summary>
    public InspectionId? InspectionId { get; private init; }

    /// <summary>Counts the times that it came due, from 1.</summary>
    public int Occurrence { get; private init; } = 1;

    /// <summary>What the agent adds in his own words.</summary>
    public string? Words { get; private set; }

    /// <summary>Who at the merchant's does it.</summary>
    public string? Person { get; private set; }

    /// <summary>By when.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>When people are reminded next; none when there is nothing to remind of.</summary>
    public DateOnly? NextReminderOn { get; private set; }

    /// <summary>Where it stands.</summary>
    public CareTaskState State { get; private set; }

    /// <summary>Made at.</summary>
    public DateTimeOffset MadeAt { get; private init; }

    /// <summary>Whether the desk should have a look at it because it weighs much.</summary>
    public FindingLook LookState { get; private set; }

    /// <summary>Whether the desk should have a look and has not had it.</summary>
    public bool WantsLook => LookState == FindingLook.Wanted;

    /// <summary>Who at the desk had a look.</summary>
    public string? LookedByName { get; private set; }

    /// <summary>What the merchant says about how it was done.</summary>
    public string? Said { get; private set; }

    /// <summary>The paper that shows it.</summary>
    public MerchantPaperId? PaperId { get; private set; }

    /// <summary>Who said that it is done.</summary>
    public string? OfferedByName { get; private set; }

    /// <summary>When it was said.</summary>
    public DateTimeOffset? OfferedAt { get; private set; }

    /// <summary>Who accepted, returned or dropped it; nobody where none was asked.</summary>
    public string? JudgedByName { get; private set; }

    /// <summary>When it was accepted, returned or dropped.</summary>
    public DateTimeOffset? JudgedAt { get; private set; }

    /// <summary>Why it was returned or dropped.</summary>
    public string? Reason { get; private set; }

    /// <summary>The measure.</summary>
    public CareMeasure Measure => PreventionLibrary.Find(Code)!;

    /// <summary>Whether it still has to be done.</summary>
    public bool IsOpen => State is CareTaskState.Open or CareTaskState.Offered;

    /// <summary>Whether it is open and its day has passed.</summary>
    public bool IsLateOn(DateOnly today) => State == CareTaskState.Open && DueOn < today;

    /// <summary>Puts a measure on a plan.</summary>
    internal static CareTask Plan(CarePlan plan, CareLine line, DateTimeOffset at) => New(plan, line.Code, line.DueOn, CareSource.Plan, at, line.Words, line.Person);

    /// <summary>An open point of a self-inspection becomes a task of its own.</summary>
    internal static CareTask Find(CarePlan plan, Inspection found, Question question, InspectionAnswer answer, DateOnly today, DateTimeOffset at)
    {
        var made = New(plan, question.Measure, today.AddDays(PreventionLibrary.Find(question.Measure)!.Days), CareSource.Finding, at, question: question.Code, inspection: found.Id);
        made.Hand(today);
        made.LookState = question.Weight >= AfterCare.Question.HeavyFrom && answer == InspectionAnswer.No ? FindingLook.Wanted : FindingLook.NotNeeded;
        return made;
    }

    /// <summary>The self-inspection comes due.</summary>
    internal static CareTask Inspect(CarePlan plan, DateOnly dueOn, int occurrence, DateOnly today, DateTimeOffset at)
    {
        var made = New(plan, CareMeasure.SelfInspection, dueOn, occurrence == 1 ? CareSource.Plan : CareSource.Recurring, at, occurrence: occurrence);
        made.Hand(today);
        return made;
    }

    /// <summary>Hands it to the merchant.</summary>
    internal void Hand(DateOnly today)
    {
        (State, DueOn) = (CareTaskState.Open, CareDays.NotBefore(DueOn, today));
        NextReminderOn = CareDays.NextReminder(DueOn, today);
    }

    /// <summary>The merchant says that it is done, with a word or a paper. A recurring one was looked at the first time; from then on his word is enough.</summary>
    public Result Offer(string? said, MerchantPaperId? paper, Actor by, DateTimeOffset at)
    {
        if (State != CareTaskState.Open)
        {
            return new CareRefused(CareRefusal.NotOpen);
        }

        if (Code == CareMeasure.SelfInspection)
        {
            return new CareRefused(CareRefusal.ByInspection);
        }

        (Said, PaperId, OfferedByName, OfferedAt, Reason, NextReminderOn) = (said, paper, by.Name, at, null, null);
        (JudgedByName, JudgedAt) = (null, null);
        State = Occurrence > 1 ? CareTaskState.Accepted : CareTaskState.Offered;
        return Result.Ok;
    }

    /// <summary>The desk accepts what was shown.</summary>
    public Result Accept(Actor by, DateTimeOffset at) => Judge(CareTaskState.Accepted, null, by, at);

    /// <summary>The desk returns it with a reason; it is the merchant's turn again.</summary>
    public Result Return(string reason, Actor by, DateTimeOffset at)
    {
        var judged = Judge(CareTaskState.Open, reason, by, at);
        if (judged.Succeeded)
        {
            Hand(ShanghaiTime.DateOf(at));
        }

        return judged;
    }

    /// <summary>The desk no longer wants it.</summary>
    public Result Drop(string reason, Actor by, DateTimeOffset at)
    {
        if (!IsOpen || Code == CareMeasure.SelfInspection)
        {
            return new CareRefused(CareRefusal.NotOpen);
        }

        (State, Reason, JudgedByName, JudgedAt, NextReminderOn) = (CareTaskState.Dropped, reason, by.Name, at, null);
        TakeLook(by);
        return Result.Ok;
    }

    /// <summary>The desk had a look at a finding that weighs much.</summary>
    public Result Look(Actor by)
    {
        if (!WantsLook)
        {
            return new CareRefused(CareRefusal.NothingToLookAt);
        }

        TakeLook(by);
        return Result.Ok;
    }

    /// <summary>The questionnaire was filled in.</summary>
    internal void Inspected(Actor by, DateTimeOffset at) =>
        (State, OfferedByName, OfferedAt, NextReminderOn) = (CareTaskState.Accepted, by.Name, at, null);

    /// <summary>People were reminded, or would have been.</summary>
    internal void Reminded(DateOnly today) => NextReminderOn = CareDays.NextReminder(DueOn, today);

    /// <summary>The next time of a recurring task that is done; none of others.</summary>
    internal CareTask? Again(CarePlan plan, DateOnly today, DateTimeOffset at)
    {
        if (State != CareTaskState.Accepted || Measure.EveryMonths is not { } months || Code == CareMeasure.SelfInspection)
        {
            return null;
        }

        var made = New(plan, Code, CareDays.NextOccurrence(today, months), CareSource.Recurring, at, Words, Person, occurrence: Occurrence + 1);
        made.Hand(today);
        return made;
    }

    /// <summary>Takes out what people wrote and whom they named; what was to be done, and that it was, stays.</summary>
    internal void Forget() => (Words, Person, Said, Reason) = (null, null, null, null);

    private Result Judge(CareTaskState to, string? reason, Actor by, DateTimeOffset at)
    {
        if (State != CareTaskState.Offered)
        {
            return new CareRefused(CareRefusal.NotOffered);
        }

        (State, Reason, JudgedByName, JudgedAt) = (to, reason, by.Name, at);
        TakeLook(by);
        return Result.Ok;
    }

    private void TakeLook(Actor by) => (LookState, LookedByName) = WantsLook ? (FindingLook.Taken, by.Name) : (LookState, LookedByName);

    private static CareTask New(
        CarePlan plan, string code, DateOnly dueOn, CareSource source, DateTimeOffset at,
        string? words = null, string? person = null, string? question = null, InspectionId? inspection = null, int occurrence = 1) => new()
        {
            Id = new CareTaskId(Guid.NewGuid()),
            CaseId = plan.CaseId,
            MerchantId = plan.MerchantId,
            OwnerId = plan.OwnerId,
            Code = code,
            DueOn = dueOn,
            Source = source,
            Words = words,
            Person = person,
            Question = question,
            InspectionId = inspection,
            Occurrence = occurrence,
            MadeAt = at,
        };
}
