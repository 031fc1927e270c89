using PosCases.Cases.Legality;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases;

public sealed partial class Case
{
    private readonly List<LegalityAnswer> legalityAnswers = [];
    private readonly List<RiskAnswer> riskAnswers = [];

    /// <summary>Answers to the questions about the measures.</summary>
    public IReadOnlyList<LegalityAnswer> LegalityAnswers => legalityAnswers;

    /// <summary>Answers to the list of risks.</summary>
    public IReadOnlyList<RiskAnswer> RiskAnswers => riskAnswers;

    /// <summary>Answers a question about a measure; a later answer replaces an earlier one, the events keep both.</summary>
    public Result AnswerLegality(Guid measureId, LegalityQuestion question, PointAnswer answer, string? note, Actor by, DateTimeOffset at)
    {
        if (RefuseUnlessWorkedBy(by, Open) is { } refused)
        {
            return refused.AsResult();
        }

        if (!measures.Exists(m => m.Id == measureId))
        {
            return new NotFound("Measure");
        }

        if (legalityAnswers.Find(a => a.MeasureId == measureId && a.Question == question) is not { } row)
        {
            row = LegalityAnswer.Of(Id, measureId, question);
            legalityAnswers.Add(row);
        }

        row.Say(answer, note, by.Name, at);
        Record(CaseEventKind.LegalityAnswered, by, at, EventDetails.Of(("question", question), ("answer", answer), ("note", note)), deskOnly: true);
        return Result.Ok;
    }

    /// <summary>Answers a point of the list of risks; a later answer replaces an earlier one, the events keep both.</summary>
    public Result AnswerRisk(string code, PointAnswer answer, string? note, Actor by, DateTimeOffset at)
    {
        if (RefuseUnlessWorkedBy(by, Open) is { } refused)
        {
            return refused.AsResult();
        }

        if (riskAnswers.Find(a => a.Code == code) is not { } row)
        {
            row = RiskAnswer.Of(Id, code);
            riskAnswers.Add(row);
        }

        row.Say(answer, note, by.Name, at);
        Record(CaseEventKind.RiskAnswered, by, at, EventDetails.Of(("risk", code), ("answer", answer), ("note", note)), deskOnly: true);
        return Result.Ok;
    }
}
